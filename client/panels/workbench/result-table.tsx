import type { Json } from '../../../server/contract/json.ts';
import { referencesIn } from '../../api/api.ts';
import { reveal } from '../../state/actions.ts';
import { columnTitle, t } from '../../state/locale.ts';
import { formatProperty, localNames, propertyTitle } from '../../state/ontology.ts';
import { baseAnswer, knownRelationship, nameOfId } from '../../state/picture/picture.ts';
import { askedColumnTitle } from '../../state/questions.ts';
import { base, overview } from '../../state/view/view.ts';
import { Sentence } from '../details/sentence.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** The rows of the query that the picture answers, in its order; the overview's rows say no more than its list. */
export function ResultTable() {
  const answer = useSignal(baseAnswer);
  const { query } = useSignal(base);
  if (!answer || query === overview.query || answer.table.rows.length === 0) return null;
  const { columns, rows } = answer.table;
  const shown = localNames(columns);
  return (
    <div className="table-frame" role="region" aria-label={t('table.title')} tabIndex={0}>
      <table>
        <caption>{t('table.rows', { n: rows.length })}</caption>
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column} scope="col">
                {askedColumnTitle(column) ?? columnTitle(column) ?? propertyTitle(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows have no identity of their own: their place in the answer is it.
            <tr key={index}>
              {shown.map((column) => (
                <td key={column}>
                  <TableCell column={column} value={row[columns.indexOf(column)] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableCell({ column, value }: { column: string; value: Json }) {
  const { nodes, relationships } = referencesIn(value);
  if (nodes.length === 0 && relationships.length === 0) return scalarText(column, value);
  return (
    <>
      {/* What is said of a relationship, or of a path, has the names of its nodes in it. */}
      {relationships.length === 0 &&
        nodes.map((id) => (
          <button key={id} type="button" className="link" onClick={() => void reveal(id)}>
            {nameOfId(id)}
          </button>
        ))}
      {relationships.map((id) => {
        const relationship = knownRelationship(id);
        return relationship && <Sentence key={id} relationship={relationship} />;
      })}
    </>
  );
}

function scalarText(column: string, value: Json): string {
  if (Array.isArray(value)) return value.map((item) => scalarText(column, item)).join(' ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : formatProperty(column, value);
}
