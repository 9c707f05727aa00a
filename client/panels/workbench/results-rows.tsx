import { formatNumber } from '../../state/locale.ts';
import type { ResultGraph } from '../../state/workbench/results-graph.ts';
import { headingHeight, rowsInSight } from '../../state/workbench/results-layout.ts';
import { cellAt } from '../../state/workbench/results-table.ts';
import type { ResultLine } from '../../state/workbench/results-table.ts';
import type { GridPlace } from '../../state/workbench/results-walk.ts';
import { ResultsCell } from './results-cell.tsx';
import type { Sight } from '../hooks/use-sight.ts';

/** What headings and rows have in common. */
export interface Columns {
  names: readonly string[];
  /** Pixels of each. */
  widths: readonly number[];
  /** Which of them hold numbers. */
  numbers: readonly boolean[];
}

/** Pixels of the row's number. */
export const numberWidth = 56;

interface ResultsRowsProps {
  lines: readonly ResultLine[];
  graph: ResultGraph;
  columns: Columns;
  /** Where each row begins, in pixels from the first. */
  offsets: readonly number[];
  sight: Sight;
  active: GridPlace;
  idOf: (place: GridPlace) => string;
  onVisit: (place: GridPlace) => void;
  onWhole: (place: GridPlace) => void;
}

/** The rows that are in sight, each where it belongs. */
export function ResultsRows({ lines, graph, columns, offsets, sight, active, ...rest }: ResultsRowsProps) {
  const { idOf, onVisit, onWhole } = rest;
  const [first, end] = rowsInSight(offsets, sight.top - headingHeight, sight.height);
  return (
    <div role="rowgroup">
      {lines.slice(first, end).map((line, index) => {
        const row = first + index;
        const top = offsets[row] ?? 0;
        const height = (offsets[row + 1] ?? top) - top;
        return (
          <div
            key={line.index}
            role="row"
            aria-rowindex={row + 2}
            className="results-row"
            style={{ height, translate: `0 ${headingHeight + top}px` }}
          >
            <div role="rowheader" className="results-number" style={{ width: numberWidth }}>
              {formatNumber(line.index + 1)}
            </div>
            {columns.names.map((name, column) => {
              const place = { row, column };
              return (
                <ResultsCell
                  key={name}
                  id={idOf(place)}
                  width={columns.widths[column] ?? 0}
                  cell={cellAt(line, column)}
                  graph={graph}
                  isNumber={columns.numbers[column] ?? false}
                  isActive={active.row === row && active.column === column}
                  onVisit={() => onVisit(place)}
                  onWhole={() => onWhole(place)}
                />
              );
            })}
          </div>
        );
      })}
    </div>
  );
}
