import { effect, signal } from '@preact/signals-core';
import { itemsIn, putItems, whenDataSetIsKnown } from '../kept-items.ts';
import { ontology } from '../ontology.ts';
import { keepRuns, pastRuns } from './query-history.ts';
import { isPastRun, isSavedQuery } from './query-records.ts';
import { savedQueries } from './saved-queries.ts';

/** How runs and saved queries outlive the page: in the browser's storage, for each data set by itself. */

/** Whether they do; else they are there for this visit only. */
export const areQueriesKept = signal(true);

/** The version changes with what is stored: what an older page left is passed over. */
const keyFor = (what: 'past-runs' | 'saved-queries'): string => `${what}.1.${ontology.peek()?.dataSet ?? ''}`;

/**
 * Takes up what earlier visits left, and keeps what changes, as soon as it is known of which data set they are: a page
 * that comes up without its server knows later. Answers a function that ends it.
 * @param isLasting false where the storage itself lasts no longer than the page
 */
export function keepQueries(storage: Storage, isLasting = true): () => void {
  areQueriesKept.value = isLasting;
  return whenDataSetIsKnown(() => begin(storage));
}

function begin(storage: Storage): () => void {
  const [runsKey, savedKey] = [keyFor('past-runs'), keyFor('saved-queries')];
  // What was run before this was loaded is newer than what is stored.
  keepRuns([...pastRuns.peek(), ...itemsIn(storage.getItem(runsKey), isPastRun)]);
  savedQueries.value = [...savedQueries.peek(), ...itemsIn(storage.getItem(savedKey), isSavedQuery)];
  const endRuns = effect(() => putItems(storage, runsKey, pastRuns.value, areQueriesKept));
  const endSaved = effect(() => putItems(storage, savedKey, savedQueries.value, areQueriesKept));
  return () => {
    endRuns();
    endSaved();
  };
}

/** Takes up what another tab of the page has kept, so that neither overwrites what is the other's. */
export function takeUpQueries(key: string | null, text: string | null): void {
  if (key === keyFor('past-runs')) keepRuns(itemsIn(text, isPastRun));
  if (key === keyFor('saved-queries')) savedQueries.value = itemsIn(text, isSavedQuery);
}
