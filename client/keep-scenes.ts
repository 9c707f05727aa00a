import { isStorageLasting, lastingStorage } from './browser-storage.ts';
import { keepScenes, takeUpScenes } from './state/story/scene-keeping.ts';

let isStarted = false;

/** Keeps the reader's own scenes for the next visit. */
export function startKeepingScenes(): void {
  // A page that is a file begins before any other.
  if (isStarted) return;
  isStarted = true;
  keepScenes(lastingStorage, isStorageLasting);
  addEventListener('storage', ({ key, newValue }) => takeUpScenes(key, newValue));
}
