import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef } from 'react';
import type { PointerEvent } from 'react';
import { t } from '../../state/locale.ts';
import type { ResultOrder } from '../../state/workbench/results-table.ts';
import { heading } from '../../state/workbench/results-walk.ts';
import type { GridPlace } from '../../state/workbench/results-walk.ts';
import { numberWidth } from './results-rows.tsx';
import type { Columns } from './results-rows.tsx';

interface ResultsHeadingsProps {
  columns: Columns;
  order: ResultOrder | null;
  active: GridPlace;
  idOf: (place: GridPlace) => string;
  onSort: (column: number) => void;
  onResize: (column: number, width: number) => void;
  onVisit: (place: GridPlace) => void;
}

/** The names of the columns: a click sorts by one, and its border can be dragged. Keys are those of the table. */
export function ResultsHeadings({ columns, order, active, idOf, onSort, onResize, onVisit }: ResultsHeadingsProps) {
  return (
    <div role="rowgroup" className="results-headings">
      <div role="row" aria-rowindex={1} className="results-row">
        <div role="columnheader" className="results-number" style={{ width: numberWidth }}>
          {t('results.row')}
        </div>
        {columns.names.map((name, column) => {
          const place = { row: heading, column };
          const width = columns.widths[column] ?? 0;
          const sorted = order?.column !== column ? 'none' : order.isDescending ? 'descending' : 'ascending';
          return (
            <div
              key={name}
              id={idOf(place)}
              role="columnheader"
              aria-sort={sorted}
              className="results-heading"
              data-active={active.row === heading && active.column === column}
              data-number={columns.numbers[column]}
              style={{ width }}
              onPointerDown={() => onVisit(place)}
            >
              <button type="button" tabIndex={-1} title={name} onClick={() => onSort(column)}>
                <span>{name}</span>
                {sorted === 'ascending' && <ArrowUp aria-hidden="true" size={14} />}
                {sorted === 'descending' && <ArrowDown aria-hidden="true" size={14} />}
              </button>
              <Border width={width} onResize={(pixels) => onResize(column, pixels)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The border of a column, which is dragged to make it wider or narrower. */
function Border({ width, onResize }: { width: number; onResize: (width: number) => void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const drag = ({ clientX }: PointerEvent): void => {
    if (from.current) onResize(from.current.width + clientX - from.current.x);
  };
  const end = (): void => {
    from.current = null;
  };
  return (
    <span
      aria-hidden="true"
      className="results-border"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={drag}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
