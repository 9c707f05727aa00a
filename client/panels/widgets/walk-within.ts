import type { KeyboardEvent } from 'react';

/** Where a key leads among items that stand in a row: how many places on, or to an end of it. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: -Infinity,
  End: Infinity,
};

/** Places that a key leads on from the present item; undefined where the key is for something else. */
export function stepOfKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): number | undefined {
  return ctrlKey || metaKey || altKey ? undefined : steps[key];
}
