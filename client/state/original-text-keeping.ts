import { effect, signal } from '@preact/signals-core';
import { ontology } from './ontology.ts';
import { takenText, takeUpFile } from './original-text.ts';

/** How a text that the reader has opened outlives a reload: in the storage of its tab, which goes when the tab is closed. */

/** Whether a reload will have it: a storage may be full, or forbidden. */
export const isTextKept = signal(true);

/** The version changes with what is stored. */
const keyOfText = (): string => `original-text.1.${ontology.peek()?.dataSet ?? ''}`;

/** Takes up the text that was open before the tab was loaded again, and keeps what is opened from now on. */
export async function keepText(storage: Storage): Promise<void> {
  await takeUp(storage);
  effect(() => {
    const taken = takenText.value;
    isTextKept.value = keep(storage, taken?.source === 'file' ? JSON.stringify([taken.name, taken.text]) : null);
  });
}

async function takeUp(storage: Storage): Promise<void> {
  const kept = storage.getItem(keyOfText());
  if (kept === null) return;
  try {
    const [name, text]: unknown[] = JSON.parse(kept);
    if (typeof name === 'string' && typeof text === 'string') await takeUpFile(name, text);
  } catch {
    storage.removeItem(keyOfText());
  }
}

function keep(storage: Storage, text: string | null): boolean {
  try {
    if (text === null) storage.removeItem(keyOfText());
    else storage.setItem(keyOfText(), text);
    return true;
  } catch {
    storage.removeItem(keyOfText());
    return false;
  }
}
