import { effect } from '@preact/signals-core';
import { isStorageLasting, lastingStorage } from './browser-storage.ts';
import { keepQueries, takeUpQueries } from './state/query-keeping.ts';
import { keepDrawChoice } from './state/results-drawing.ts';
import { sharedQuery } from './state/shared-query.ts';

/** Keeps what the reader runs and saves for the next visit, and brings what links share into the editor. */
export function startKeepingQueries(): void {
  keepQueries(lastingStorage, isStorageLasting);
  keepDrawChoice(lastingStorage);
  addEventListener('storage', ({ key, newValue }) => takeUpQueries(key, newValue));
  effect(() => {
    const shared = sharedQuery.value;
    if (!shared) return;
    sharedQuery.value = null;
    void open(shared);
  });
}

async function open({ cypher, params, name }: NonNullable<typeof sharedQuery.value>): Promise<void> {
  const { openInEditor } = await import('./state/workbench.ts');
  openInEditor(cypher, params, name);
}
