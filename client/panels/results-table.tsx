import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo } from 'react';
import type { KeyboardEvent } from 'react';
import {
  Cell,
  Column,
  ColumnResizer,
  ResizableTableContainer,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
  type SortDescriptor,
} from 'react-aria-components';
import { formatNumber, t } from '../state/locale.ts';
import type { ResultGraph } from '../state/results-graph.ts';
import { cellText } from '../state/results-cell.ts';
import { columnMeasure, isNumberColumn } from '../state/results-table.ts';
import type { ResultLine, ResultOrder } from '../state/results-table.ts';
import { copyText } from './copy-text.ts';
import { ResultCellBox } from './results-cell.tsx';

/** Rows are as high as their texts need, up to some lines. */
const sizes = { estimatedRowHeight: 38, headingHeight: 36 };

interface ResultsTableProps {
  columns: readonly string[];
  lines: readonly ResultLine[];
  graph: ResultGraph;
  order: ResultOrder | null;
  onSort: (order: ResultOrder) => void;
}

/** The rows of an answer. Its heading and cells are walked by the arrow keys, and columns made as wide as one likes. */
export function ResultsTable({ columns, lines, graph, order, onSort }: ResultsTableProps) {
  const shown = useMemo(() => columnsOf(columns, lines, graph), [columns, lines, graph]);
  const sort = order && {
    sortDescriptor: {
      column: String(order.column),
      direction: order.isDescending ? ('descending' as const) : ('ascending' as const),
    },
  };
  const copy = (event: KeyboardEvent): void => {
    const place = (event.ctrlKey || event.metaKey) && event.key === 'c' ? placeOfFocus() : null;
    const cell = place && lines.find(({ index }) => index === place.row)?.cells[place.column];
    if (cell) void copyText(cellText(cell, graph));
  };
  return (
    <div className="results-table-frame" role="presentation" onKeyDown={copy}>
      <ResizableTableContainer className="results-table-sizes">
        <Virtualizer layout={TableLayout} layoutOptions={sizes}>
          <Table
            aria-label={t('results.table')}
            className="results-table"
            onSortChange={({ column, direction }: SortDescriptor) =>
              onSort({ column: Number(column), isDescending: direction === 'descending' })
            }
            {...sort}
          >
            <TableHeader columns={shown}>
              {({ id, name, width, isNumber }) => (
                <Column
                  id={id}
                  isRowHeader={id === rowNumber}
                  allowsSorting={id !== rowNumber}
                  {...(id === rowNumber ? { width } : { defaultWidth: `${width}fr`, minWidth: 64 })}
                  textValue={name}
                >
                  {({ sortDirection }) => (
                    <div className="results-heading" data-number={isNumber}>
                      <span className="column-title">
                        <span>{name}</span>
                        {sortDirection === 'ascending' && <ArrowUp aria-hidden="true" size={14} />}
                        {sortDirection === 'descending' && <ArrowDown aria-hidden="true" size={14} />}
                      </span>
                      {id !== rowNumber && <ColumnResizer aria-label={t('results.resize', { name })} />}
                    </div>
                  )}
                </Column>
              )}
            </TableHeader>
            <TableBody items={lines}>
              {(line) => (
                <Row id={line.index} columns={shown}>
                  {({ id, isNumber }) =>
                    id === rowNumber ? (
                      <Cell>
                        <span className="hint">{formatNumber(line.index + 1)}</span>
                      </Cell>
                    ) : (
                      <Cell>
                        <ResultCellBox
                          place={{ row: line.index, column: Number(id) }}
                          cell={line.cells[Number(id)] ?? { kind: 'null' }}
                          graph={graph}
                          isNumber={isNumber}
                        />
                      </Cell>
                    )
                  }
                </Row>
              )}
            </TableBody>
          </Table>
        </Virtualizer>
      </ResizableTableContainer>
    </div>
  );
}

const rowNumber = 'row';

interface ShownColumn {
  /** The place of the column in the answer's table; `row` is the number of the row. */
  id: string;
  name: string;
  /** How wide it is: pixels of the row's number, else its share of the room. */
  width: number;
  isNumber: boolean;
}

function columnsOf(names: readonly string[], lines: readonly ResultLine[], graph: ResultGraph): ShownColumn[] {
  const number = { id: rowNumber, name: t('results.row'), width: 64, isNumber: true };
  const columns = names.map((name, column) => ({
    id: String(column),
    name,
    width: Math.min(40, Math.max(8, name.length, columnMeasure(lines, column, graph))),
    isNumber: isNumberColumn(lines, column),
  }));
  return [number, ...columns];
}

/** The cell that has the focus, unless some of its text is selected, which is what is copied then. */
function placeOfFocus(): { row: number; column: number } | null {
  if (getSelection()?.isCollapsed === false) return null;
  const box = document.activeElement?.closest('[role=gridcell]')?.querySelector('[data-row]');
  if (!(box instanceof HTMLElement)) return null;
  return { row: Number(box.dataset['row']), column: Number(box.dataset['column']) };
}
