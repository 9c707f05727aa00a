import { computed } from '@preact/signals-core';
import { done, redo, undo, undone } from './history.ts';
import type { Act } from './history.ts';

/** The history as a list: every act that can be gone back before or forward to, the oldest first. */
export const acts = computed<readonly Act[]>(() => [...done.value, ...undone.value.toReversed()]);

/** How many of the acts are done; the others were undone. */
export const doneCount = computed(() => done.value.length);

/** Goes to the view after so many of the acts; none is the view before all of them. */
export async function goTo(count: number): Promise<void> {
  const steps = count - doneCount.peek();
  if (steps < 0) await undo(-steps);
  if (steps > 0) await redo(steps);
}
