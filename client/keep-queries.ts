import { effect } from '@preact/signals-core';
import { isStorageLasting, lastingStorage } from './browser-storage.ts';
import { bringToEditor } from './state/workbench/bring-to-editor.ts';
import { keepQueries, takeUpQueries } from './state/workbench/query-keeping.ts';
import { keepDrawChoice } from './state/workbench/results-drawing.ts';
import { sharedQuery } from './state/workbench/shared-query.ts';

/** Keeps what the reader runs and saves for the next visit, and brings what links share into the editor. */
export function startKeepingQueries(): void {
  keepQueries(lastingStorage, isStorageLasting);
  keepDrawChoice(lastingStorage);
  addEventListener('storage', ({ key, newValue }) => takeUpQueries(key, newValue));
  effect(() => {
    const shared = sharedQuery.value;
    if (!shared) return;
    sharedQuery.value = null;
    void bringToEditor(shared);
  });
}
