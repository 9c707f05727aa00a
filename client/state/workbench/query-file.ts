import { newId } from '../new-id.ts';
import { ontology } from '../ontology.ts';
import type { Word, WordValues } from '../locale.ts';
import { keepRuns, mostCharacters, newest, pastRuns } from './query-history.ts';
import type { PastRun } from './query-history.ts';
import { queryMessage } from './query-message.ts';
import { isPastRun, isSavedQuery } from './query-records.ts';
import { mostSaved, savedQueries } from './saved-queries.ts';
import type { SavedQuery } from './saved-queries.ts';

/** Runs and saved queries as a file, to be taken along or given to others. */

const fileFormat = 'document-graph-explorer queries';
const fileVersion = 1;

/** Bytes of a file that is read: a full one stays below. */
const largestFile = 4_000_000;

/** All that is kept as a file, with its name. */
export function queryFile(): { name: string; content: string } {
  const dataSet = ontology.value?.dataSet ?? '';
  const [saved, runs] = [savedQueries.value, pastRuns.value];
  const content = { format: fileFormat, version: fileVersion, dataSet, saved, runs };
  return { name: `${dataSet || 'graph'}.queries.json`, content: `${JSON.stringify(content, null, 2)}\n` };
}

/** Adds what a file holds to what is kept, without doubles. What cannot be read is told, and changes nothing. */
export async function importQueries(file: Blob): Promise<void> {
  if (file.size > largestFile) {
    tell('queries.tooLarge', { n: largestFile / 1e6 });
    return;
  }
  const found = contentOf(await file.text());
  if ('word' in found) {
    tell(found.word, found.values);
    return;
  }
  const newRuns = without(pastRuns.peek(), found.runs, ({ at, cypher, params }) => [at, cypher, params]).map(withOwnId);
  const newSaved = without(savedQueries.peek(), found.saved, ({ name, cypher, params }) => [name, cypher, params]).map(
    withOwnId,
  );
  const saved = newest([...savedQueries.peek(), ...newSaved], mostSaved, mostCharacters);
  const leftOut = savedQueries.peek().length + newSaved.length - saved.length;
  savedQueries.value = saved;
  keepRuns([...pastRuns.peek(), ...newRuns].toSorted((one, other) => other.at - one.at));
  const n = newSaved.length - leftOut + newRuns.length;
  if (leftOut > 0) tell('queries.leftOut', { n, leftOut, most: mostSaved });
  else tell('queries.imported', { n, doubles: found.saved.length + found.runs.length - n });
}

interface Content {
  saved: SavedQuery[];
  runs: PastRun[];
}

interface Refusal {
  word: Word;
  values?: WordValues;
}

/** What a file's text holds, or why it is none of ours. */
function contentOf(text: string): Content | Refusal {
  const found = parsed(text);
  if (typeof found !== 'object' || found === null || !('format' in found) || found.format !== fileFormat) {
    return { word: 'queries.unreadable' };
  }
  if (!('version' in found) || found.version !== fileVersion) {
    const version = 'version' in found ? String(found.version) : '?';
    return { word: 'queries.version', values: { version, known: fileVersion } };
  }
  const saved = itemsOf('saved' in found ? found.saved : [], isSavedQuery);
  if (!Array.isArray(saved)) return { word: 'queries.wrongSaved', values: { n: saved.wrong } };
  const runs = itemsOf('runs' in found ? found.runs : [], isPastRun);
  if (!Array.isArray(runs)) return { word: 'queries.wrongRun', values: { n: runs.wrong } };
  return { saved, runs };
}

/** The items of a list, or the place of the first that is none, counting from 1. */
function itemsOf<Item>(list: unknown, isItem: (value: unknown) => value is Item): Item[] | { wrong: number } {
  if (!Array.isArray(list)) return { wrong: 1 };
  const items = list.filter(isItem);
  return items.length === list.length ? items : { wrong: list.findIndex((item) => !isItem(item)) + 1 };
}

/** Those of a list that are not among others, nor twice. */
function without<Item>(others: readonly Item[], list: readonly Item[], keyOf: (item: Item) => unknown[]): Item[] {
  const keys = new Set(others.map((item) => JSON.stringify(keyOf(item))));
  return list.filter((item) => {
    const key = JSON.stringify(keyOf(item));
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
}

/** Ids are the page's own: those of a file may be in use. */
const withOwnId = <Item extends { id: string }>(item: Item): Item => ({ ...item, id: newId() });

function tell(word: Word, values: WordValues = {}): void {
  queryMessage.value = { kind: 'word', word, values };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
