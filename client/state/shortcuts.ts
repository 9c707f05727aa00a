import { effect, signal } from '@preact/signals-core';
import { commands, isPossible } from './commands.ts';
import type { Command } from './commands.ts';
import { dialog } from './dialog.ts';

/**
 * Whether keys alone, without Ctrl or ⌘, do something. Who speaks to the computer, or hits keys by accident, can switch
 * them off (WCAG 2.1.4).
 */
export const areSingleKeysOn = signal(true);

const storageKey = 'single-keys.1';

/** Takes up what the reader chose on an earlier visit, or in another window. */
export function takeUpSingleKeys(storage: Storage): void {
  areSingleKeysOn.value = storage.getItem(storageKey) !== 'off';
}

/** Listens for the keys that work everywhere on the page, and keeps whether single ones do. */
export function startShortcuts(storage: Storage): void {
  takeUpSingleKeys(storage);
  effect(() => {
    const text = areSingleKeysOn.value ? 'on' : 'off';
    try {
      storage.setItem(storageKey, text);
    } catch {
      // A full storage keeps nothing: the choice is then for this visit.
    }
  });
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || dialog.peek() !== null) return;
    const { target } = event;
    if (!(target instanceof Element)) return;
    const command = commandsFor(event).find(isPossible);
    if (!command || isTakenBy(target, event)) return;
    event.preventDefault();
    command.run();
  });
}

/** The commands that a key stands for: which of them is meant depends on what is selected. */
export function commandsFor(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): Command[] {
  if (event.altKey) return [];
  const isModified = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // A sign such as ? is typed with Shift on some keyboards and without on others: the sign counts.
  const isLetter = /^[a-z]$/.test(key);
  const name = [isModified ? 'mod' : '', event.shiftKey && isLetter ? 'shift' : '', key].filter(Boolean).join('+');
  return commands.filter(({ keys }) => keys.includes(name));
}

/** Whether a key means something to the control that has the focus, or is switched off. */
function isTakenBy(target: Element, event: KeyboardEvent): boolean {
  const isText = target.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable]');
  if (event.ctrlKey || event.metaKey) return isText && event.key.toLowerCase() !== 'k';
  // A letter chooses among what a list has, too.
  if (isText || target.closest('select, [role=menu], [role=listbox], [role=dialog]') !== null) return true;
  // Arrows and Backspace are the picture's only while it has the focus: elsewhere they scroll, or belong to a control.
  const isWalk = event.key.startsWith('Arrow') || event.key === 'Backspace';
  if (isWalk) return target.closest('.canvas') === null;
  return event.key.length === 1 && !areSingleKeysOn.value;
}
