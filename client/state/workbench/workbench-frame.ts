import { batch, effect, signal } from '@preact/signals-core';

/** Where the workbench stands on the page. It is part of the first script, and the workbench itself is not. */

/** Whether the workbench is open: below the picture, or over it. */
export const isWorkbenchOpen = signal(false);

/** Whether the reader asked for the editor: it takes the focus as soon as it is there. */
export const isEditorSought = signal(false);

/** Whether the workbench covers the picture. */
export const isWorkbenchTall = signal(false);

/** Whether earlier and saved queries stand beside the editor, or in its place. */
export const isHistoryShown = signal(false);

/** The part of the page's height that it takes while it does not cover the picture, and how far that can be changed. */
export const usualShare = 0.46;
export const workbenchShare = signal(usualShare);
export const shareLimits = { least: 0.25, most: 0.75 } as const;

export function resizeWorkbench(share: number): void {
  workbenchShare.value = Math.min(shareLimits.most, Math.max(shareLimits.least, share));
}

/** Opens the workbench, for its editor. */
export function openWorkbench(): void {
  batch(() => {
    isWorkbenchOpen.value = true;
    isEditorSought.value = true;
  });
}

export function closeWorkbench(): void {
  batch(() => {
    isWorkbenchOpen.value = false;
    isEditorSought.value = false;
  });
}

export const toggleWorkbench = (): void => (isWorkbenchOpen.peek() ? closeWorkbench() : openWorkbench());

const storageKey = 'workbench-frame.1';

/** Has the workbench stand as it stood before a reload of this tab, and keeps how it stands for the next. */
export function followFrame(storage: Storage): void {
  const [isOpen, isTall, share] = (storage.getItem(storageKey) ?? '').split(' ');
  batch(() => {
    isWorkbenchOpen.value ||= isOpen === 'open';
    isWorkbenchTall.value = isTall === 'tall';
    if (Number(share) > 0) resizeWorkbench(Number(share));
  });
  effect(() => {
    const words = [isWorkbenchOpen.value ? 'open' : 'closed', isWorkbenchTall.value ? 'tall' : 'low'];
    try {
      storage.setItem(storageKey, [...words, workbenchShare.value].join(' '));
    } catch {
      // A full storage keeps nothing: the workbench is then closed at first.
    }
  });
}
