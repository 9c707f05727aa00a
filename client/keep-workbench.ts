import { effect } from '@preact/signals-core';
import { isStorageLasting, lastingStorage } from './browser-storage.ts';
import { whenDataSetIsKnown } from './state/kept-items.ts';
import { notify } from './state/notices.ts';
import { activeId, isUntouched, tabs } from './state/workbench/workbench.ts';
import { keepTabs, meetOtherWindow, takeUpTabs } from './state/workbench/workbench-keeping.ts';
import { keyOfTabs } from './state/workbench/workbench-kept.ts';

/** Milliseconds that the tabs rest before they are kept: typing changes them with each key. */
const patience = 400;

let isStarted = false;

/** Takes up what was written in the workbench before, and keeps what is written from now on; says once where that fails. */
export function startKeepingWorkbench(): void {
  // The workbench's script may be fetched more than once.
  if (isStarted) return;
  isStarted = true;
  whenDataSetIsKnown(begin);
}

function begin(): () => void {
  // A query that a link or a question brought is to be kept, too.
  let isToKeep = !tabs.peek().every(isUntouched);
  takeUpTabs(lastingStorage);
  let isTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const isKept = keepTabs(lastingStorage) && isStorageLasting;
    if (isKept || isTold) return;
    isTold = true;
    notify({ kind: 'word', word: 'workbench.notKept' });
  };
  const end = effect(() => {
    void tabs.value;
    void activeId.value;
    if (isToKeep) {
      clearTimeout(timer);
      timer = setTimeout(keep, patience);
    }
    isToKeep = true;
  });
  addEventListener('storage', ({ key }) => {
    if (key === keyOfTabs()) meetOtherWindow(lastingStorage);
  });
  // Who reloads the page right after a key. Where nothing rests to be kept, what is stored may be newer.
  addEventListener('pagehide', () => {
    if (timer !== undefined) keep();
  });
  return end;
}
