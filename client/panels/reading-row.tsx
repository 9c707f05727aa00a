import { memo, useMemo } from 'react';
import { signal } from '@preact/signals-core';
import { spoken } from '../state/locale.ts';
import { nameOf, summaryOf } from '../state/ontology.ts';
import type { ReadingItem } from '../state/reading-outline.ts';
import { foldedSections } from '../state/reading-outline.ts';
import { marksOf } from '../state/reading-marks.ts';
import { ReadingPassage } from './reading-passage.tsx';
import { ReadingSection } from './reading-section.tsx';
import { useSignal } from './use-signal.ts';

interface ReadingRowProps {
  item: ReadingItem;
  /** Whether it is near what is in sight, so that what stands in it is made. */
  isNear: boolean;
  /** Whether it is the one that Tab leads to. */
  isActive: boolean;
  /** Pixels that it takes while nothing stands in it. */
  height: number;
}

const noMarks = signal('');

/** Pixels by which each level stands in, up to where there is no more room. */
const indentOf = (level: number): number => 16 + 14 * Math.min(level - 1, 5);

/** A line of the outline: a section's heading, or a passage with what it gave. */
export const ReadingRow = memo(function ReadingRow({ item, isNear, isActive, height }: ReadingRowProps) {
  const { kind, id, address, node, level, position, size } = item;
  useSignal(spoken);
  const marks = useSignal(useMemo(() => (isNear ? marksOf(item) : noMarks), [item, isNear]));
  const isFolded = useSignal(foldedSections).has(id);
  const isSection = kind === 'section';
  const isChosen = marks.includes('chosen');
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
      aria-expanded={isSection ? !isFolded : undefined}
      aria-selected={isChosen}
      tabIndex={isActive ? 0 : -1}
      style={{ paddingInlineStart: indentOf(level), ...(!isNear && { minHeight: height }) }}
    >
      {isNear &&
        (isSection ? (
          <ReadingSection item={item} isActive={isActive} isFolded={isFolded} />
        ) : (
          <ReadingPassage item={item} isActive={isActive} isChosen={isChosen} />
        ))}
    </div>
  );
});
