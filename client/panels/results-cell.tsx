import { Copy, Ellipsis } from 'lucide-react';
import { languageOf, t } from '../state/locale.ts';
import { cellText } from '../state/results-cell.ts';
import type { ResultCell } from '../state/results-cell.ts';
import type { ResultGraph } from '../state/results-graph.ts';
import { copyText } from './copy-text.ts';
import { PopoverButton } from './popover-button.tsx';
import { ResultValue } from './results-value.tsx';

interface ResultCellBoxProps {
  cell: ResultCell;
  graph: ResultGraph;
  isNumber: boolean;
  /** Its place in the answer's table. */
  place: { row: number; column: number };
}

/** A cell, cut to some lines, with a button for the whole of it. */
export function ResultCellBox({ cell, graph, isNumber, place: { row, column } }: ResultCellBoxProps) {
  return (
    <div className="results-cell" data-row={row} data-column={column} data-number={isNumber}>
      <div className="results-cell-value" lang={cell.kind === 'text' ? languageOf(cell.value) : undefined}>
        <ResultValue cell={cell} graph={graph} />
      </div>
      <PopoverButton
        label={t('results.wholeCell')}
        face={<Ellipsis aria-hidden="true" size={16} />}
        className="icon-only results-cell-more"
      >
        {() => <WholeCell cell={cell} graph={graph} />}
      </PopoverButton>
    </div>
  );
}

function WholeCell({ cell, graph }: { cell: ResultCell; graph: ResultGraph }) {
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
