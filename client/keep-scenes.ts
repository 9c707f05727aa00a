import { isStorageLasting, lastingStorage } from './browser-storage.ts';
import { keepScenes, takeUpScenes } from './state/scene-keeping.ts';

/** Keeps the reader's own scenes for the next visit. */
export function startKeepingScenes(): void {
  keepScenes(lastingStorage, isStorageLasting);
  addEventListener('storage', ({ key, newValue }) => takeUpScenes(key, newValue));
}
