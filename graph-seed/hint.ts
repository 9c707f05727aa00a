import { didYouMean } from '../server/store/did-you-mean.ts';

/** The name that was meant, as a question to the author; empty where none is near. */
export function hint(name: string, known: Iterable<string>): string {
  const [nearest] = didYouMean(name, known);
  return nearest === undefined ? '' : `; did you mean ${nearest}?`;
}
