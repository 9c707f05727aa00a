import { Copy, Ellipsis } from 'lucide-react';
import { languageOf, t } from '../../state/locale.ts';
import { cellText } from '../../state/workbench/results-cell.ts';
import type { ResultCell } from '../../state/workbench/results-cell.ts';
import type { ResultGraph } from '../../state/workbench/results-graph.ts';
import { copyText } from '../widgets/copy-text.ts';
import { ResultValue } from './results-value.tsx';

interface CellProps {
  cell: ResultCell;
  graph: ResultGraph;
}

interface ResultsCellProps extends CellProps {
  id: string;
  width: number;
  isNumber: boolean;
  /** Whether the keyboard is here. */
  isActive: boolean;
  onVisit: () => void;
  /** Asks for the whole of it, beside the cell. */
  onWhole: () => void;
}

/** A cell, cut to some lines, with a button for the whole of it. Keys are those of the table. */
export function ResultsCell({ id, width, cell, graph, isNumber, isActive, onVisit, onWhole }: ResultsCellProps) {
  return (
    <div
      id={id}
      role="gridcell"
      className="results-cell"
      data-active={isActive}
      data-number={isNumber}
      style={{ width }}
      onPointerDown={onVisit}
    >
      <div className="results-cell-value" lang={cell.kind === 'text' ? languageOf(cell.value) : undefined}>
        <ResultValue cell={cell} graph={graph} tabIndex={-1} />
      </div>
      <button
        type="button"
        className="icon-only results-cell-more"
        tabIndex={-1}
        aria-label={t('results.wholeCell')}
        title={t('results.wholeCell')}
        onClick={onWhole}
      >
        <Ellipsis aria-hidden="true" size={16} />
      </button>
    </div>
  );
}

/** All that a cell holds, to read and to copy. */
export function WholeCell({ cell, graph }: CellProps) {
  return (
    <div className="whole-cell">
      <div className="whole-cell-value" lang={cell.kind === 'text' ? languageOf(cell.value) : undefined}>
        <ResultValue cell={cell} graph={graph} />
      </div>
      <footer>
        <span className="hint">{t(`cell.${cell.kind}`)}</span>
        <button type="button" onClick={() => void copyText(cellText(cell, graph))}>
          <Copy aria-hidden="true" size={16} /> {t('results.copy')}
        </button>
      </footer>
    </div>
  );
}
