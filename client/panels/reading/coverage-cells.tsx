import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { percentOf } from '../../state/reading/coverage.ts';
import type { CoverageCell } from '../../state/reading/coverage.ts';
import { omissionsInWords, placesOfCell, wordsOfCell, yieldOfCell } from '../../state/reading/coverage-words.ts';
import { t } from '../../state/locale.ts';
import { openReadingAt, passageInSight } from '../../state/reading/reading.ts';
import { useSignal } from '../hooks/use-signal.ts';
import { useSliding } from '../hooks/use-sliding.ts';

/** What a bar is made of, from the bottom up. */
const kinds = ['nodes', 'relationships', 'figures'] as const;

/** Cells by which a key goes on. */
const strides: Record<string, number> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** The strip: a bar for each cell, as tall as what it gave, with a sign where something was left out. */
export function CoverageCells({ cells }: { cells: readonly CoverageCell[] }) {
  const inSight = useSignal(passageInSight);
  const [active, setActive] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const { pointed, listeners } = useSliding(cells.length, (index) => leadTo(cells[index]));
  const keys = useId();
  const tallest = Math.max(1, ...cells.map(yieldsPerPassage));
  const told = cells[pointed ?? focused ?? -1];
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    const stride = strides[event.key];
    if (stride === undefined) return;
    event.preventDefault();
    const goal = Math.min(Math.max(active + stride, 0), cells.length - 1);
    setActive(goal);
    const cell = event.currentTarget.parentElement?.children[goal];
    if (cell instanceof HTMLElement) cell.focus();
  };
  return (
    <>
      <div
        className="coverage-cells"
        role="group"
        aria-label={t('coverage.title')}
        aria-describedby={keys}
        {...listeners}
      >
        {cells.map((cell, index) => (
          <button
            key={cell.addresses[0]}
            type="button"
            className="coverage-cell"
            data-left-out={cell.leftOut.length > 0}
            aria-label={wordsOfCell(cell)}
            aria-current={inSight !== null && cell.addresses.includes(inSight) ? 'location' : undefined}
            tabIndex={index === Math.min(active, cells.length - 1) ? 0 : -1}
            onFocus={() => {
              setActive(index);
              setFocused(index);
            }}
            onBlur={() => setFocused(null)}
            onKeyDown={walk}
            onClick={() => leadTo(cell)}
          >
            <Bar cell={cell} tallest={tallest} />
          </button>
        ))}
      </div>
      <p id={keys} hidden>
        {t('coverage.keys')}
      </p>
      <div className="coverage-foot" aria-hidden="true">
        <Key hasText={cells.some(({ text }) => text !== undefined)} />
        {told && (
          <p className="coverage-told">
            <strong>{placesOfCell(told)}</strong> {yieldOfCell(told)}
            {omissionsInWords(told.leftOut).map((omission) => (
              <span key={omission} className="coverage-omission">
                {omission}
              </span>
            ))}
          </p>
        )}
      </div>
    </>
  );
}

const leadTo = (cell?: CoverageCell): void => openReadingAt(cell?.addresses[0] ?? '');

const yieldsPerPassage = ({ addresses, nodes, relationships, figures }: CoverageCell): number =>
  (nodes + relationships + figures) / addresses.length;

function Bar({ cell, tallest }: { cell: CoverageCell; tallest: number }) {
  const percent = percentOf(cell.text);
  return (
    <>
      <span className="coverage-bar">
        {kinds.map((kind) => (
          <i
            key={kind}
            data-kind={kind}
            style={{ height: `${(100 * cell[kind]) / cell.addresses.length / tallest}%` }}
          />
        ))}
      </span>
      {cell.text !== undefined && (
        <span className="coverage-share">
          <i style={{ height: `${percent ?? 100}%` }} />
        </span>
      )}
    </>
  );
}

/** What the patterns say. */
function Key({ hasText }: { hasText: boolean }) {
  return (
    <span className="coverage-key">
      {kinds.map((kind) => (
        <span key={kind}>
          <i data-kind={kind} /> {t(`coverage.legend.${kind}`)}
        </span>
      ))}
      <span>
        <i data-kind="left-out" /> {t('coverage.legend.leftOut')}
      </span>
      {hasText && (
        <span>
          <i data-kind="share" /> {t('coverage.legend.share')}
        </span>
      )}
    </span>
  );
}
