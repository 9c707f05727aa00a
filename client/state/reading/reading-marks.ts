import { computed } from '@preact/signals-core';
import type { ReadonlySignal } from '@preact/signals-core';
import { isFolded } from './reading-outline.ts';
import type { ReadingItem } from './reading-outline.ts';
import { isMentioned, isMentionedNow, isPointedAt, steppedTo } from './reading-sight.ts';
import { selectedId } from '../view/view.ts';

/** How a line of the outline stands out, as words: selected, saying what is selected or pointed at, or gone to. */
export function marksOf(item: ReadingItem): ReadonlySignal<string> {
  const { id, kind, address, addresses } = item;
  return computed(() => {
    const isClosed = kind === 'section' && isFolded(id);
    // What is folded away stands out by the heading.
    const own = kind === 'passage' ? [address] : isClosed ? addresses : [];
    const marks: string[] = [];
    if (selectedId.value === id) marks.push('chosen');
    if (own.some(isMentioned)) marks.push('mention');
    if (own.some(isMentionedNow)) marks.push('now');
    if (own.some(isPointedAt)) marks.push('pointed');
    if (steppedTo.value !== null && own.includes(steppedTo.value)) marks.push('sought');
    return marks.join(' ');
  });
}
