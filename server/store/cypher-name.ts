import { ProblemError } from '../problem-error.ts';

/**
 * Names from a database in Cypher texts, where no parameter may stand. With a backslash in a name, Neo4j could read an
 * escape before it sees the backticks.
 */
const pattern = /^[^\\\p{Cc}]+$/u;

/** Whether a label, type or property can be put into a Cypher text. */
export function isQuotable(name: string): boolean {
  return pattern.test(name);
}

/** A label, type or property for a Cypher text. Throws a ProblemError for one that cannot be put there. */
export function quoted(name: string): string {
  if (!isQuotable(name)) throw new ProblemError('internal', `${JSON.stringify(name)} cannot be a name in the graph`);
  return `\`${name.replaceAll('`', '``')}\``;
}

/** Finds nodes `x` by a label. A name that cannot stand in a text is looked up at `place`, a parameter, which is slower. */
export function matchLabel(name: string, place: string): string {
  return isQuotable(name) ? `MATCH (x:${quoted(name)})` : `MATCH (x) WHERE ${place} IN labels(x)`;
}

/** Finds relationships `x` by their type, from `a` to `b`. */
export function matchType(name: string, place: string): string {
  return isQuotable(name) ? `MATCH (a)-[x:${quoted(name)}]->(b)` : `MATCH (a)-[x]->(b) WHERE type(x) = ${place}`;
}
