import type { Json } from '../../../server/contract/json.ts';
import type { Base, OwnStep } from '../view/view.ts';

/** Cypher of the reader's own as a part of a view: what a picture starts from, or what was added to one. */
export type OwnQuery = Omit<OwnStep, 'kind'>;

/** Stands in a base for a query of the reader's own: no query of the catalogue has this name. */
const ownName = 'cypher';

/** Rows that the server answers at most. */
export const mostRows = 10_000;

/** A picture that starts from what a query of the reader's own answers. */
export const baseOf = ({ cypher, params, limit }: OwnQuery): Base => ({
  query: ownName,
  parameters: { cypher, params: JSON.stringify(params), limit: String(limit) },
});

/** Whether a base is a query of the reader's own, be it well formed or not. */
export const isOwn = ({ query }: Base): boolean => query === ownName;

/** The query of the reader's own that a base holds; null for a named query, and where it makes no sense. */
export function ownQueryIn(base: Base): OwnQuery | null {
  const { cypher = '', params = '', limit = '' } = base.parameters;
  return isOwn(base) ? readOwn(cypher, params, limit) : null;
}

/** A query from texts; null where they make no sense. */
export function readOwn(cypher: string, params: string, limit: string): OwnQuery | null {
  const values = readParams(params);
  const rows = Number(limit);
  if (cypher === '' || values === null || !Number.isInteger(rows) || rows < 1 || rows > mostRows) return null;
  return { cypher, params: values, limit: rows };
}

function readParams(text: string): Record<string, Json> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isParams(value) ? value : null;
  } catch {
    return null;
  }
}

/** What JSON has read is made of JSON values. */
const isParams = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A query in one short line, by which the history calls it. */
export function shortText(cypher: string): string {
  const line = cypher.trim().replaceAll(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

const longest = 60;
