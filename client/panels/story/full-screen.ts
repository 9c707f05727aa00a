import { useSyncExternalStore } from 'react';

/** Whether the browser lets a page fill the screen; on a phone it often does not. */
export const canFillScreen = (): boolean => document.fullscreenEnabled;

/** Lets the page fill the screen, where somebody has just pressed something: who follows a link has not asked for it. */
export function fillScreen(): void {
  if (canFillScreen() && !document.fullscreenElement && navigator.userActivation.isActive)
    document.documentElement.requestFullscreen().catch(() => {});
}

export function leaveFullScreen(): void {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
}

/** Whether the page fills the screen; followed as it changes, for readers can do that without the page. */
export const useFullScreen = (): boolean => useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);

function subscribe(onChange: () => void): () => void {
  document.addEventListener('fullscreenchange', onChange);
  return () => document.removeEventListener('fullscreenchange', onChange);
}
