import { tabStorage } from './browser-storage.ts';
import { keepText } from './state/reading/original-text-keeping.ts';

/** Keeps the text of the document that the reader has opened for a reload of this tab. */
export function startKeepingText(): void {
  keepText(tabStorage);
}
