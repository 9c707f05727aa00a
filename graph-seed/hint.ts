import { didYouMean } from '../server/store/did-you-mean.ts';

/** Among more names than these none is looked for: it would take seconds. */
const mostCompared = 20_000;

/** The name that was meant, as a question to the author; undefined where none is near. */
export function hint(name: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  const [nearest] = names.length > mostCompared ? [] : didYouMean(name, names);
  return nearest === undefined ? undefined : `did you mean ${nearest}?`;
}
