import { effect, signal } from '@preact/signals-core';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../state/locale.ts';
import { isFolded, readingLines } from '../../state/reading/reading-outline.ts';
import { passageInSight } from '../../state/reading/reading.ts';
import { select } from '../../state/picture/select-actions.ts';
import { areSingleKeysOn } from '../../state/shortcuts.ts';
import { guideReading } from './guide-reading.ts';
import { pointInReading } from './point-in-reading.ts';
import { ReadingRow } from './reading-row.tsx';
import { idOfRow, rowOf } from './reading-rows.ts';
import { RowStates } from '../workbench/row-states.ts';
import { useNearRows } from '../hooks/use-near-rows.ts';
import { useSignal } from '../hooks/use-signal.ts';
import { walkInReading } from './walk-in-reading.ts';

/** The line that has the focus, or one of whose controls has it. */
const focusedLine = signal<string | null>(null);

/**
 * The document's outline as a tree. Each line is there from the start, so that each place can be gone to; what stands in a
 * line is made only near what is in sight, for a document may have thousands.
 */
export function ReadingTree() {
  const tree = useRef<HTMLDivElement>(null);
  const lines = useSignal(readingLines);
  const hasSingleKeys = useSignal(areSingleKeysOn);
  const [states] = useState(() => new RowStates());
  useNearRows(tree, lines, states);
  useEffect(() => effect(() => states.activate(activeLine())), [states]);
  useEffect(() => {
    if (!tree.current) return undefined;
    const stopping = new AbortController();
    guideReading(tree.current, stopping.signal);
    pointInReading(tree.current, stopping.signal);
    return () => stopping.abort();
  }, []);
  return (
    <>
      <p className="visually-hidden" id="reading-keys">
        {t('reading.keys')} {!hasSingleKeys && t('reading.typing')}
      </p>
      <div
        ref={tree}
        className="reading-tree"
        role="tree"
        aria-label={t('reading.outline')}
        aria-describedby="reading-keys"
        tabIndex={-1}
        onClick={({ target }) => choose(target)}
        onKeyDown={({ currentTarget, nativeEvent }) => walkInReading(currentTarget, nativeEvent)}
        onFocus={({ target }) => (focusedLine.value = idOfRow(rowOf(target)))}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) focusedLine.value = null;
        }}
      >
        {lines.map((item) => (
          <ReadingRow key={item.id} item={item} state={states.of(item.id)} />
        ))}
      </div>
    </>
  );
}

/** The line that Tab leads to: the one with the focus, else where the reader is, or the heading below which that is folded away. */
function activeLine(): string | null {
  const { value: focused } = focusedLine;
  const lines = readingLines.value;
  const { value: address } = passageInSight;
  const active =
    lines.find(({ id }) => id === focused) ??
    lines.find((line) => line.kind === 'passage' && line.address === address) ??
    lines.find(({ id, addresses }) => address !== null && isFolded(id) && addresses.includes(address)) ??
    lines[0];
  return active?.id ?? null;
}

/** Selects the passage or section that was clicked, unless it was for one of its controls or to mark text. */
function choose(target: EventTarget): void {
  const id = idOfRow(rowOf(target));
  const isControl = target instanceof Element && target.closest('button, mark, [role="button"]') !== null;
  if (id !== null && !isControl && getSelection()?.isCollapsed !== false) select(id);
}
