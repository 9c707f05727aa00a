import { signal } from '@preact/signals-core';
import { parted } from '../view/address-text.ts';
import { isParams } from './query-records.ts';
import type { SavedQuery } from './saved-queries.ts';
import { longestText } from './workbench-editor.ts';

/** A query that a link brings. Whoever follows it finds the query in the editor; nothing is run by itself. */
export type SharedQuery = Pick<SavedQuery, 'name' | 'cypher' | 'params'>;

/** The query of the address that the page was opened with, until it is in the editor. */
export const sharedQuery = signal<SharedQuery | null>(null);

/** The query in a text of an address; null where it makes no sense, or is longer than a tab may be. */
export function readSharedQuery(text: string): SharedQuery | null {
  const [cypher = '', values = '', name = ''] = parted(text);
  if (cypher.trim() === '' || cypher.length > longestText) return null;
  try {
    const params: unknown = values === '' ? {} : JSON.parse(values);
    return isParams(params) ? { cypher, params, name } : null;
  } catch {
    return null;
  }
}
