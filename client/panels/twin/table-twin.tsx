import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
  type SortDescriptor,
} from 'react-aria-components';
import { select, selectMany } from '../../state/picture/select-actions.ts';
import { formatNumber, t } from '../../state/locale.ts';
import { tableColumns, tableLines, tableOf, tableOrder } from '../../state/table.ts';
import type { TableColumn } from '../../state/table.ts';
import { chosenIds, selectedId, selectedIds } from '../../state/view/view.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Rows are as high as their texts need: nothing in them is cut. */
const sizes = { estimatedRowHeight: 44, headingHeight: 40 };
const kinds = ['nodes', 'relationships'] as const;

/** What is on screen as a table that can be sorted: choosing a row selects it in the picture. */
export function TableTwin() {
  const kind = useSignal(tableOf);
  const lines = useSignal(tableLines);
  const order = useSignal(tableOrder);
  useSignal(selectedId);
  useSignal(selectedIds);
  const columns = tableColumns[kind];
  const sort = order && {
    sortDescriptor: {
      column: order.column,
      direction: order.isDescending ? ('descending' as const) : ('ascending' as const),
    },
  };
  return (
    <>
      <div className="segments table-kinds" role="group" aria-label={t('view.table')}>
        {kinds.map((name) => (
          <button key={name} type="button" aria-pressed={name === kind} onClick={() => show(name)}>
            {t(`count.${name}`)} {name === kind && <span className="count">{formatNumber(lines.length)}</span>}
          </button>
        ))}
      </div>
      <Virtualizer layout={TableLayout} layoutOptions={sizes}>
        <Table
          key={kind}
          aria-label={t('view.table')}
          className="table-twin"
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={chosenIds()}
          onSelectionChange={(keys) => choose(keys === 'all' ? lines.map(({ id }) => id) : [...keys].map(String))}
          onSortChange={sortBy}
          {...sort}
        >
          <TableHeader>
            {columns.map((column, index) => (
              <Column key={column} id={column} isRowHeader={index === 0} allowsSorting {...widths[column]}>
                {({ sortDirection }) => (
                  <span className="column-title">
                    {t(`table.${column}`)}
                    {sortDirection === 'ascending' && <ArrowUp aria-hidden="true" size={14} />}
                    {sortDirection === 'descending' && <ArrowDown aria-hidden="true" size={14} />}
                  </span>
                )}
              </Column>
            ))}
          </TableHeader>
          <TableBody items={lines} renderEmptyState={() => <p className="hint">{t('list.empty')}</p>}>
            {({ id, cells }) => (
              <Row id={id} columns={columns.map((column) => ({ id: column }))}>
                {({ id: column }) => <Cell>{textOf(cells[column])}</Cell>}
              </Row>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
    </>
  );
}

/** What says most has the most room; where there is none, the table scrolls. */
const widths: Record<TableColumn, { defaultWidth: `${number}fr`; minWidth: number }> = {
  name: { defaultWidth: '3fr', minWidth: 180 },
  sentence: { defaultWidth: '5fr', minWidth: 260 },
  kind: { defaultWidth: '2fr', minWidth: 120 },
  count: { defaultWidth: '1fr', minWidth: 136 },
  basis: { defaultWidth: '1fr', minWidth: 96 },
  date: { defaultWidth: '2fr', minWidth: 120 },
};

const textOf = (value: string | number | undefined): string =>
  typeof value === 'number' ? formatNumber(value) : (value ?? '');

function show(kind: (typeof kinds)[number]): void {
  tableOrder.value = null;
  tableOf.value = kind;
}

function sortBy({ column, direction }: SortDescriptor): void {
  const known = Object.values(tableColumns)
    .flat()
    .find((name) => name === column);
  if (known) tableOrder.value = { column: known, isDescending: direction === 'descending' };
}

function choose(ids: string[]): void {
  const [first] = ids;
  if (tableOf.peek() === 'nodes') selectMany(ids);
  else select(first ?? null);
}
