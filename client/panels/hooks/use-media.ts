import { useCallback, useSyncExternalStore } from 'react';

/** Where there is no room beside the picture, so that what else is open lies over it; as in styles/workbench.css. */
export const sheetMedia = '(max-width: 720px), (max-height: 560px)';

/** Whether a media query holds; followed as it changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
