import type { Answer } from '../../../server/contract/answer.ts';
import type { Json } from '../../../server/contract/json.ts';
import { referencesIn } from '../../api/api.ts';
import { reveal } from '../../state/actions.ts';
import { groundsOf } from '../../state/reading/evidence.ts';
import { formatDate, t } from '../../state/locale.ts';
import { figureOf } from '../../state/ontology.ts';
import { knownNode, knownRelationship, nameOfId } from '../../state/picture/picture.ts';
import { Citations } from '../reading/citations.tsx';
import { Statement } from '../workbench/statement.tsx';

/** One line of an answer: a relationship as a sentence, or a node, with its date where the row has one. */
interface Line {
  id: string;
  date: string;
  kind: 'relationship' | 'node';
}

/** Most lines beside the picture; the list view has them all. */
const mostLines = 40;

/** Columns that date a row. */
const dateColumns = new Set(['date', 'time']);

/** An answer in words: each fact as a sentence that leads to its place, in the order of the rows. */
export function AnswerList({ answer, without }: { answer: Answer; without?: string }) {
  const lines = linesOf(answer).filter(({ id }) => id !== without);
  return (
    <>
      <ol className="relations">
        {lines.slice(0, mostLines).map((line) => (
          <li key={`${line.date} ${line.id}`}>
            {line.date !== '' && <time>{formatDate(line.date)}</time>} <LineText line={line} />
          </li>
        ))}
      </ol>
      {lines.length > mostLines && <p className="hint">{t('answer.more', { n: lines.length - mostLines })}</p>}
    </>
  );
}

function LineText({ line: { kind, id } }: { line: Line }) {
  if (kind === 'relationship') {
    const relationship = knownRelationship(id);
    return relationship ? <Statement relationship={relationship} /> : null;
  }
  const node = knownNode(id);
  if (!node) return null;
  return (
    <>
      <button type="button" className="link" onClick={() => void reveal(id)}>
        {nameOfId(id)}
      </button>{' '}
      {figureOf(node)}
      <Citations grounds={groundsOf(node.properties)} />
    </>
  );
}

/** A row's relationships, or where it has none its nodes; each once for each date. */
function linesOf({ table: { columns, rows } }: Answer): Line[] {
  const lines = rows.flatMap((row) => {
    const { nodes, relationships } = referencesIn(row);
    const date = dateOf(columns, row);
    const kind: Line['kind'] = relationships.length > 0 ? 'relationship' : 'node';
    return (relationships.length > 0 ? relationships : nodes).map((id) => ({ id, date, kind }));
  });
  return [...new Map(lines.map((line) => [`${line.date} ${line.id}`, line])).values()];
}

function dateOf(columns: readonly string[], row: readonly Json[]): string {
  const date = row[columns.findIndex((column) => dateColumns.has(column))];
  return typeof date === 'string' ? date : '';
}
