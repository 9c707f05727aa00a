import { useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { t } from '../../state/locale.ts';
import type { ResultGraph } from '../../state/workbench/results-graph.ts';
import {
  headingHeight,
  rowOffsets,
  stretched,
  usualColumnWidths,
  withWidth,
} from '../../state/workbench/results-layout.ts';
import { cellAt, isNumberColumn } from '../../state/workbench/results-table.ts';
import type { ResultLine, ResultOrder } from '../../state/workbench/results-table.ts';
import { heading, walk } from '../../state/workbench/results-walk.ts';
import type { GridPlace } from '../../state/workbench/results-walk.ts';
import { copyText } from '../widgets/copy-text.ts';
import { openCell } from './open-cell.ts';
import { PanelPopover } from '../widgets/panel-popover.tsx';
import { WholeCell } from './results-cell.tsx';
import { ResultsHeadings } from './results-headings.tsx';
import { numberWidth, ResultsRows } from './results-rows.tsx';
import { useSight } from '../hooks/use-sight.ts';

interface ResultsTableProps {
  columns: readonly string[];
  lines: readonly ResultLine[];
  graph: ResultGraph;
  order: ResultOrder | null;
  onSort: (order: ResultOrder) => void;
}

/** Pixels by which a key changes the width of a column. */
const keyWidth = 24;

/**
 * The rows of an answer. Only those in sight are on the page: React Aria's table makes all of them first, which takes
 * seconds for thousands. The table itself has the focus, and tells which of its cells the keys are at.
 */
export function ResultsTable({ columns, lines, graph, order, onSort }: ResultsTableProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const sight = useSight(frame);
  const [chosen, setWidths] = useState(() => usualColumnWidths(columns, lines));
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 });
  const [whole, setWhole] = useState<GridPlace | null>(null);
  const widths = useMemo(() => stretched(chosen, sight.width - numberWidth), [chosen, sight.width]);
  const offsets = useMemo(() => rowOffsets(lines, widths), [lines, widths]);
  const numbers = useMemo(() => columns.map((_, column) => isNumberColumn(lines, column)), [columns, lines]);
  const shown = { names: columns, widths, numbers };
  const idOf = ({ row, column }: GridPlace): string => `${id}-${row}-${column}`;
  const sortBy = (column: number): void =>
    onSort({ column, isDescending: order?.column === column && !order.isDescending });
  const resize = (column: number, width: number): void => setWidths(withWidth(widths, column, width));
  const go = (place: GridPlace): void => {
    setActive(place);
    if (frame.current) bringIntoSight(frame.current, place, offsets, widths);
  };
  const visit = (place: GridPlace): void => {
    setActive(place);
    frame.current?.focus({ preventScroll: true });
  };
  /** Answers whether the key means something here. */
  const press = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    const { row, column } = active;
    const line = lines[row];
    const isFar = ctrlKey || metaKey;
    const page = Math.max(1, Math.floor(sight.height / 60));
    const target = walk(active, key, isFar, { rows: lines.length, columns: columns.length, page });
    if (target && row === heading && shiftKey && target.row === heading) {
      resize(column, (widths[column] ?? 0) + (key === 'ArrowRight' ? keyWidth : -keyWidth));
    } else if (target) go(target);
    else if (key === 'Enter' || key === ' ') {
      if (!line) sortBy(column);
      else if (key === ' ' || !openCell(graph, cellAt(line, column))) setWhole(active);
    } else if (isFar && key === 'c' && line && getSelection()?.isCollapsed !== false) {
      void copyText(line.texts[column] ?? '');
    } else return false;
    return true;
  };
  return (
    <div
      ref={frame}
      className="results-table"
      role="grid"
      aria-label={t('results.table')}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={idOf(active)}
      aria-describedby={`${id}-keys`}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && press(event)) event.preventDefault();
      }}
    >
      <div className="results-sheet" style={{ height: headingHeight + (offsets.at(-1) ?? 0) }}>
        <ResultsHeadings
          {...{ columns: shown, order, active, idOf }}
          onSort={sortBy}
          onResize={resize}
          onVisit={visit}
        />
        <ResultsRows
          {...{ lines, graph, columns: shown, offsets, sight, active, idOf }}
          onVisit={visit}
          onWhole={setWhole}
        />
      </div>
      <p id={`${id}-keys`} className="visually-hidden">
        {t('results.keys')}
      </p>
      {whole && <Whole place={whole} {...{ lines, graph, idOf }} onClose={() => setWhole(null)} />}
    </div>
  );
}

interface WholeProps {
  place: GridPlace;
  lines: readonly ResultLine[];
  graph: ResultGraph;
  idOf: (place: GridPlace) => string;
  onClose: () => void;
}

/** All of one cell, beside it. */
function Whole({ place, lines, graph, idOf, onClose }: WholeProps) {
  const trigger = useMemo(() => ({ current: document.getElementById(idOf(place)) }), [idOf, place]);
  const line = lines[place.row];
  if (!line) return null;
  return (
    <PanelPopover label={t('results.wholeCell')} trigger={trigger} onClose={onClose}>
      <WholeCell cell={cellAt(line, place.column)} graph={graph} />
    </PanelPopover>
  );
}

/** Scrolls no more than is needed. */
function bringIntoSight(
  frame: HTMLElement,
  { row, column }: GridPlace,
  offsets: readonly number[],
  widths: readonly number[],
): void {
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const right = left + (widths[column] ?? 0) + numberWidth;
  if (left < frame.scrollLeft) frame.scrollLeft = left;
  else if (right > frame.scrollLeft + frame.clientWidth) frame.scrollLeft = right - frame.clientWidth;
  if (row === heading) return;
  const [top = 0, bottom = 0] = offsets.slice(row, row + 2);
  if (top < frame.scrollTop) frame.scrollTop = top;
  else if (bottom + headingHeight > frame.scrollTop + frame.clientHeight) {
    frame.scrollTop = bottom + headingHeight - frame.clientHeight;
  }
}
