import { nameOf, summaryOf } from '../../state/ontology.ts';
import { readingLines } from '../../state/reading/reading-outline.ts';
import { areSingleKeysOn } from '../../state/shortcuts.ts';
import { TypeAhead } from '../../state/type-ahead.ts';
import { idOfRow } from './reading-rows.ts';

const typing = new TypeAhead();

/**
 * Whether a key types a character in the outline. While single keys do something on the page, those of letters without
 * accents, digits and signs are theirs: one of them that meant the one or the other by what was typed before would surprise.
 */
function isTyped({ key, timeStamp, isComposing }: KeyboardEvent): boolean {
  if (isComposing || !/^.$/u.test(key)) return false;
  // A space by itself selects.
  if (key === ' ') return typing.isGoingOn(timeStamp);
  return !areSingleKeysOn.peek() || !/[!-~]/.test(key);
}

/**
 * The line whose heading, or what it says, begins with what is typed.
 * @returns null where there is none, undefined where the key types nothing here
 */
export function lineTyped(tree: HTMLElement, row: HTMLElement, event: KeyboardEvent): HTMLElement | null | undefined {
  if (!isTyped(event)) return undefined;
  const lines = readingLines.peek();
  const index = typing.type(event.key, event.timeStamp, {
    count: lines.length,
    from: lines.findIndex(({ id }) => id === idOfRow(row)),
    textsOf: (at) => lines.slice(at, at + 1).flatMap(({ node }) => [nameOf(node), summaryOf(node) ?? '']),
  });
  const line = index === undefined ? null : tree.children[index];
  return line instanceof HTMLElement ? line : null;
}
