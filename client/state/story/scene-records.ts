import { isOwnId, longestWords } from './own-scenes.ts';
import type { OwnScene } from './own-scenes.ts';

/** Characters of a view that is taken from outside. */
const longestView = 100_000;

/** Whether something that is read back, from the browser's storage or from a file, is a scene of a reader's. */
export function isOwnScene(value: unknown): value is OwnScene {
  if (!isRecord(value)) return false;
  const { id, title, caption, notes, view } = value;
  return (
    typeof id === 'string' &&
    isOwnId(id) &&
    isText(title, longestWords.title, 1) &&
    isText(caption, longestWords.caption) &&
    isText(notes, longestWords.notes) &&
    typeof view === 'string' &&
    view.length <= longestView
  );
}

/** Words in both languages, each of a length. */
function isText(value: unknown, most: number, least = 0): boolean {
  if (!isRecord(value)) return false;
  return [value['zh'], value['en']].every(
    (words) => typeof words === 'string' && words.length >= least && words.length <= most,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
