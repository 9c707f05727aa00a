import { t } from '../../state/locale.ts';
import { tableColumns, tableLines, tableOf } from '../../state/table.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** All rows of the table: on the page, only those in sight are there. */
export function PrintTable() {
  const columns = tableColumns[useSignal(tableOf)];
  const lines = useSignal(tableLines);
  return (
    <table className="print-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, cells }) => (
          <tr key={id}>
            {columns.map((column) => (
              <td key={column}>{cells[column]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
