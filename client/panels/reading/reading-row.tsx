import { memo, useMemo } from 'react';
import { signal } from '@preact/signals-core';
import { spoken, t } from '../../state/locale.ts';
import { nameOf, summaryOf } from '../../state/ontology.ts';
import type { ReadingItem } from '../../state/reading/reading-outline.ts';
import { foldedSections, isFolded } from '../../state/reading/reading-outline.ts';
import { marksOf } from '../../state/reading/reading-marks.ts';
import { ReadingPassage } from './reading-passage.tsx';
import { ReadingSection } from './reading-section.tsx';
import type { RowState } from '../workbench/row-states.ts';
import { useSignal } from '../hooks/use-signal.ts';

interface ReadingRowProps {
  item: ReadingItem;
  state: RowState;
}

/** Pixels that a line is thought to take before it has been in sight. */
const usualHeights = { section: 44, passage: 104 } as const;

const noMarks = signal('');

/** Pixels by which each level stands in, up to where there is no more room. */
const indentOf = (level: number): number => 16 + 14 * Math.min(level - 1, 5);

/** A line of the outline: a section's heading, or a passage with what it gave. */
export const ReadingRow = memo(function ReadingRow({ item, state }: ReadingRowProps) {
  const { kind, id, address, node, level, position, size } = item;
  useSignal(spoken);
  const isActive = useSignal(state.isActive);
  // What stands in it is made only near what is in sight.
  const isNear = useSignal(state.isNear) || isActive;
  const marks = useSignal(useMemo(() => (isNear ? marksOf(item) : noMarks), [item, isNear]));
  useSignal(foldedSections);
  const isClosed = isFolded(id);
  const isSection = kind === 'section';
  const has = new Set(marks.split(' '));
  const isChosen = has.has('chosen');
  return (
    <div
      role="treeitem"
      className="reading-row"
      data-kind={kind}
      data-id={id}
      data-passage={isSection ? undefined : address}
      data-marks={marks}
      // What stands in it says it all, once it is made.
      aria-label={isNear ? undefined : `${nameOf(node)} ${isSection ? '' : (summaryOf(node) ?? '')}`}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={size}
      aria-expanded={isSection ? !isClosed : undefined}
      aria-selected={isChosen}
      aria-current={has.has('now') || has.has('sought') ? 'location' : undefined}
      tabIndex={isActive ? 0 : -1}
      style={{ paddingInlineStart: indentOf(level), ...(!isNear && { minHeight: state.height ?? usualHeights[kind] }) }}
    >
      {has.has('mention') && <span className="visually-hidden">{t('reading.mentionsChosen')}</span>}
      {has.has('pointed') && <span className="visually-hidden">{t('reading.mentionsPointed')}</span>}
      {isNear &&
        (isSection ? (
          <ReadingSection item={item} isActive={isActive} isFolded={isClosed} />
        ) : (
          <ReadingPassage item={item} isActive={isActive} isChosen={isChosen} />
        ))}
    </div>
  );
});
