import { effect } from '@preact/signals-core';
import { isStorageLasting, lastingStorage } from './browser-storage.ts';
import { notify } from './state/notices.ts';
import { activeId, tabs } from './state/workbench.ts';
import { keepTabs, takeUpTabs } from './state/workbench-keeping.ts';

/** Milliseconds that the tabs rest before they are kept: typing changes them with each key. */
const patience = 400;

let isStarted = false;

/** Takes up what was written in the workbench before, and keeps what is written from now on; says once where that fails. */
export function startKeepingWorkbench(): void {
  // The workbench's script may be fetched more than once.
  if (isStarted) return;
  isStarted = true;
  takeUpTabs(lastingStorage);
  let isTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    const isKept = keepTabs(lastingStorage) && isStorageLasting;
    if (isKept || isTold) return;
    isTold = true;
    notify({ kind: 'word', word: 'workbench.notKept' });
  };
  let isFirst = true;
  effect(() => {
    void tabs.value;
    void activeId.value;
    if (!isFirst) {
      clearTimeout(timer);
      timer = setTimeout(keep, patience);
    }
    isFirst = false;
  });
  // Who reloads the page right after a key.
  addEventListener('pagehide', keep);
}
