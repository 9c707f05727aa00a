import type { Vocabulary } from '../../../server/contract/vocabulary.ts';
import { nearNames } from './near-names.ts';
import { vocabulary } from './vocabulary.ts';

const named = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name);

/** Messages of the language support about names that there are not, and the names that there are. The first that fits counts. */
const unknown: readonly [RegExp, (words: Vocabulary) => string[]][] = [
  [/^Label (.+) is not present/s, ({ labels }) => named(labels)],
  [/^Relationship type (.+) is not present/s, ({ types }) => named(types)],
  [/^Label or relationship type (.+) is not present/s, ({ labels, types }) => named([...labels, ...types])],
  [/^Function (.+) is not present/s, ({ functions }) => named(functions)],
  [/^Procedure (.+) is not present/s, ({ procedures }) => named(procedures)],
  [/^(.+) is not present in the database/s, ({ properties }) => properties],
];

/** What may have been meant, as it is to be written, where a message is about an unknown name. */
export function suggestionsFor(message: string): string[] {
  const words = vocabulary.peek();
  if (!words) return [];
  for (const [form, names] of unknown) {
    const name = form.exec(message)?.[1];
    if (name === undefined) continue;
    const near = nearNames(name.replaceAll(/^`|`$/g, ''), names(words));
    return /^(?:Function|Procedure) /.test(message) ? near : near.map(written);
  }
  return [];
}

/** A name as Cypher has it: in backticks, unless it is a plain word. */
export const written = (name: string): string =>
  /^[\p{L}\p{Pc}][\p{L}\p{N}\p{M}\p{Pc}]*$/u.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;

/** The same, of a name that may be that of a function or procedure, in which dots part words. */
export const writtenAsCalled = (name: string): string => (name.includes('.') ? name : written(name));
