import { ProblemError } from '../problem-error.ts';
import { positionAt, type Token } from './cypher-text.ts';

/** The problem of a query that has something in it that is not allowed. */
export function refused(what: string, cypher?: string, place?: { start: number }): ProblemError {
  const position = cypher !== undefined && place ? positionAt(cypher, place.start) : undefined;
  return new ProblemError('cypher-refused', `${what} is not allowed`, {
    values: { what },
    ...(position && { position }),
  });
}

/** The name that is called; undefined for a subquery, and where CALL is itself a name, as in `AS call, …`. */
export function procedureName(tokens: Token[], start: number): string | undefined {
  const first = tokens[start];
  // A sign that we can see begins no name. One that we cannot see may be a blank to an engine.
  if (first === undefined || (first.kind === 'symbol' && /[!-~]/.test(first.text))) return undefined;
  const end = tokens.findIndex(({ kind, text }, index) => {
    const isName = kind === 'word' || kind === 'name';
    const isDot = kind === 'symbol' && text === '.';
    return index >= start && ((index - start) % 2 === 0 ? !isName : !isDot);
  });
  const parts = tokens.slice(start, end === -1 ? undefined : end);
  return parts.map(({ text }) => text).join('');
}
