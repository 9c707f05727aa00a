import type { Json } from '../../server/contract.ts';
import { nodeReference } from '../api/api.ts';
import { reveal } from '../state/actions.ts';
import { t } from '../state/locale.ts';
import { formatProperty, propertyTitle } from '../state/ontology.ts';
import { baseAnswer, nameOfId } from '../state/picture.ts';
import { base, overview } from '../state/view.ts';
import { useSignal } from './use-signal.ts';

/** The rows of the query that the picture answers, in its order; the overview's rows say no more than its list. */
export function ResultTable() {
  const answer = useSignal(baseAnswer);
  const { query } = useSignal(base);
  if (!answer || query === overview.query || answer.table.rows.length === 0) return null;
  const { columns, rows } = answer.table;
  return (
    <div className="table-frame" role="region" aria-label={t('table.title')} tabIndex={0}>
      <table>
        <caption>{t('table.rows', { n: rows.length })}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {propertyTitle(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows have no identity of their own: their place in the answer is it.
            <tr key={index}>
              {columns.map((column, place) => (
                <td key={column}>
                  <TableCell column={column} value={row[place] ?? null} />
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
  const id = nodeReference(value);
  if (id !== undefined) {
    return (
      <button type="button" className="link" onClick={() => void reveal(id)}>
        {nameOfId(id)}
      </button>
    );
  }
  if (Array.isArray(value))
    return value.map((item) => <TableCell key={JSON.stringify(item)} column={column} value={item} />);
  if (typeof value === 'object' && value !== null) return null;
  return formatProperty(column, value);
}
