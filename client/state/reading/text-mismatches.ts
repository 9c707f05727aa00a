import { computed } from '@preact/signals-core';
import { isWhole } from '../known-answer.ts';
import { knownMentions, nothingSaid, sayings } from './mentions.ts';
import { foldedAt, originalText } from './original-text.ts';
import { addressOf, knownPassages, passageAt, passages } from './passages.ts';

/** A quote that is not in the text of its passage, and whose it is: ids of facts. */
export interface Mismatch {
  address: string;
  quote: string;
  factIds: readonly string[];
}

/**
 * Quotes that are not at their addresses, in reading order; then those at addresses that no passage has. One at a passage
 * that is not found is not judged.
 */
export const mismatches = computed<readonly Mismatch[]>(() => {
  if (originalText.value === null) return [];
  const wrong = passages.value.map(addressOf).flatMap((address) => {
    const text = foldedAt(address);
    return text === undefined ? [] : mismatchesAt(address, (quote) => text.includes(quote));
  });
  // Where not all passages have come, an address may be that of another.
  if (!isWhole(knownPassages.value)) return wrong;
  const strays = [...sayings.value.keys()].filter((address) => !passageAt.value.has(address));
  return [...wrong, ...strays.flatMap((address) => mismatchesAt(address, () => false))];
});

/** Whether every quote of the document has been compared with the text: all have come, and all their passages are found. */
export const isEveryQuoteCompared = computed(
  () => isWhole(knownMentions.value) && isWhole(knownPassages.value) && originalText.value?.missing.length === 0,
);

const mismatchesAt = (address: string, isThere: (quote: string) => boolean): Mismatch[] =>
  (sayings.value.get(address) ?? nothingSaid).phrases
    .filter(({ quote }) => !isThere(quote))
    .map(({ quote, facts }) => ({ address, quote, factIds: facts }));
