import { effect, untracked } from '@preact/signals-core';
import { shownIds } from '../../state/picture/filters.ts';
import { chosenPart, seenOf } from '../../state/reading/reading-sight.ts';
import { isFollowing, noteLook, passageInSight } from '../../state/reading/reading.ts';
import { camera, selectedId, soughtIds } from '../../state/view/view.ts';
import { sheetMedia } from '../hooks/use-media.ts';

/** Milliseconds that a passage has to stay in sight before the picture follows it. */
const rest = 180;

/**
 * Brings into sight on the picture what is read, until stopped: where the reader lets the picture follow, and on a small screen.
 * @returns what lets the picture follow to the passage in sight, if it stays there
 */
export function followReading(stopped: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const place = passageInSight.peek();
      if (!isFollowing.peek() || place === null) return;
      noteLook();
      soughtIds.value = shownOf([place]);
    }, rest);
  };
  // Where the reader, or a link, looks already, opening the document is no reason to look elsewhere.
  let isOpening = camera.peek() !== null;
  const stops = [
    effect(() => {
      if (isFollowing.value && !isOpening) untracked(follow);
    }),
    effect(() => {
      // Beside a finger there is no room for all of the picture: what was chosen is brought into the little that is seen.
      const [part, { value: id }] = [chosenPart.value, selectedId];
      if (id === null || isOpening || !matchMedia(sheetMedia).matches) return;
      untracked(() => void (soughtIds.value = part.length > 0 ? shownOf(part) : shownAmong([id])));
    }),
  ];
  isOpening = false;
  stopped.addEventListener('abort', () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  });
  return follow;
}

/** What is seen on the picture of what some passages say. */
const shownOf = (addresses: readonly string[]): string[] => shownAmong(seenOf(addresses));

const shownAmong = (ids: readonly string[]): string[] => ids.filter((id) => shownIds.peek().has(id));
