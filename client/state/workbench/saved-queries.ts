import { signal } from '@preact/signals-core';
import type { Json } from '../../../server/contract/json.ts';
import { newId } from '../new-id.ts';
import { shortText } from './own-query.ts';
import { mostCharacters, newest } from './query-history.ts';
import { queryMessage } from './query-message.ts';

/** Queries that the reader keeps under a name, newest first. */

export interface SavedQuery {
  id: string;
  name: string;
  cypher: string;
  params: Readonly<Record<string, Json>>;
  /** When it was saved, in milliseconds as `Date.now()` has them. */
  at: number;
}

/** Saved queries at most, which may take together as many characters as the runs: none gives way by itself. */
export const mostSaved = 200;
/** Characters that a name may have. */
export const longestName = 120;

export const savedQueries = signal<readonly SavedQuery[]>([]);

/** The saved query that says the same, if there is one. */
export function savedAs(cypher: string, params: SavedQuery['params']): SavedQuery | undefined {
  const values = JSON.stringify(params);
  return savedQueries.value.find((query) => query.cypher === cypher && JSON.stringify(query.params) === values);
}

/** Keeps a query under a name, else under its first words. Where there is no room it says so, and answers false. */
export function saveQuery(cypher: string, params: SavedQuery['params'], name = ''): boolean {
  const query = { id: newId(), name: nameFrom(name, cypher), cypher, params, at: Date.now() };
  if (!setSaved([query, ...savedQueries.peek()])) return false;
  queryMessage.value = { kind: 'word', word: 'queries.keptAs', values: { name: query.name } };
  return true;
}

/** Gives a saved query another name or text; answers whether there was room. */
export function changeSaved(id: string, change: Partial<Pick<SavedQuery, 'name' | 'cypher' | 'params'>>): boolean {
  const index = savedQueries.peek().findIndex((query) => query.id === id);
  const query = savedQueries.peek()[index];
  if (!query) return false;
  const { name, ...rest } = { ...query, ...change };
  return setSaved(savedQueries.peek().with(index, { ...rest, name: nameFrom(name, rest.cypher) }));
}

/** Deletes a saved query; it can be had back for as long as the message of it stands. */
export function deleteSaved(id: string): void {
  const index = savedQueries.peek().findIndex((query) => query.id === id);
  const query = savedQueries.peek()[index];
  if (!query) return;
  savedQueries.value = savedQueries.peek().toSpliced(index, 1);
  const bringBack = (): void => {
    if (setSaved(savedQueries.peek().toSpliced(index, 0, query))) queryMessage.value = null;
  };
  const { name } = query;
  queryMessage.value = {
    kind: 'word',
    word: 'queries.deleted',
    values: { name },
    act: { word: 'history.undo', run: bringBack },
  };
}

/** Takes these as what is saved, if there is room for all. */
function setSaved(queries: readonly SavedQuery[]): boolean {
  const isRoom = newest(queries, mostSaved, mostCharacters).length === queries.length;
  if (isRoom) savedQueries.value = queries;
  else
    queryMessage.value = { kind: 'word', word: 'queries.full', values: { n: mostSaved, characters: mostCharacters } };
  return isRoom;
}

const nameFrom = (name: string, cypher: string): string => name.trim().slice(0, longestName) || shortText(cypher);
