import { ProblemError } from '../problem-error.ts';

// Letters and digits of all scripts, and what people put between them. No backtick, no backslash, no control character.
const pattern = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_ .:&/-]*$/u;

/** Whether a label, type or property can be put into a Cypher text. */
export function isQuotable(name: string): boolean {
  return pattern.test(name);
}

/** A label, type or property for a Cypher text, where no parameter may stand. */
export function quoted(name: string): string {
  if (!isQuotable(name)) throw new ProblemError('internal', `${JSON.stringify(name)} cannot be a name in the graph`);
  return `\`${name}\``;
}
