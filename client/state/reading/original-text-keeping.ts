import { effect, signal, untracked } from '@preact/signals-core';
import { whenDataSetIsKnown } from '../kept-items.ts';
import { ontology } from '../ontology.ts';
import { takenText, takeUpFile } from './original-text.ts';
import { knownPassages } from './passages.ts';

/** How a text that the reader has opened outlives a reload: in the storage of its tab. */

/** Whether a reload will have it: a storage may be full, or forbidden. */
export const isTextKept = signal(true);

/** The version changes with what is stored. */
const keyOfText = (): string => `original-text.1.${ontology.peek()?.dataSet ?? ''}`;

/**
 * Takes up the text that was open before the tab was loaded again, and keeps what is opened from now on, as soon as it is
 * known of which document it is, and by which words. Answers a function that ends it.
 */
export const keepText = (storage: Storage): (() => void) =>
  whenDataSetIsKnown(() => {
    let end: (() => void) | undefined;
    const endWaiting = effect(() => {
      if (knownPassages.value.kind === 'answered') end ??= untracked(() => begin(storage));
    });
    return () => {
      endWaiting();
      end?.();
    };
  });

function begin(storage: Storage): () => void {
  const key = keyOfText();
  takeUp(storage, key);
  let wasOpen = false;
  return effect(() => {
    const taken = takenText.value;
    const isOpen = taken?.source === 'file';
    if (isOpen) isTextKept.value = keep(storage, key, JSON.stringify([taken.name, taken.text]));
    else if (wasOpen) storage.removeItem(key);
    wasOpen = isOpen;
  });
}

/** What is stored goes only where it is no text, or that of another document. */
function takeUp(storage: Storage, key: string): void {
  const kept = storage.getItem(key);
  if (kept === null) return;
  const found = textIn(kept);
  if (found === null || takeUpFile(...found) === 'other') storage.removeItem(key);
}

/** The name and the text that were stored; null where that makes no sense. */
function textIn(kept: string): [name: string, text: string] | null {
  try {
    const [name, text]: unknown[] = JSON.parse(kept);
    return typeof name === 'string' && typeof text === 'string' ? [name, text] : null;
  } catch {
    return null;
  }
}

function keep(storage: Storage, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
    return true;
  } catch {
    storage.removeItem(key);
    return false;
  }
}
