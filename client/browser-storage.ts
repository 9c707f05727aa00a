import { storageOfPage } from './storage-of-page.ts';

/** What the browser keeps: for this tab, and for the next visit. Where it is forbidden to, the page keeps it while it lasts. */
export const tabStorage = storageNamed('sessionStorage');
export const lastingStorage = storageNamed('localStorage');

/** Whether what is kept for the next visit outlives the page. */
export const isStorageLasting = lastingStorage instanceof Storage;

function storageNamed(name: 'sessionStorage' | 'localStorage'): Storage {
  try {
    return globalThis[name];
  } catch {
    return storageOfPage();
  }
}
