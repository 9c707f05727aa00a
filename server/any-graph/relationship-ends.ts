import { z } from 'zod';
import type { Schema } from '../contract/vocabulary.ts';
import { matchType } from '../store/cypher-name.ts';
import type { ReadOptions, Store } from '../store/store.ts';

/** How many relationships of a type there are between nodes of two labels. */
export interface Ends {
  type: string;
  from: string;
  to: string;
  count: number;
  /** Whether only some of the relationships were looked at, and the count follows from these. */
  isSampled: boolean;
}

/** Relationships that are looked at of each type, and of all types together. */
const mostOfType = 2_000;
const mostOfAll = 100_000;

/** Types that are asked for at once: a text of hundreds would take long to plan. */
const typesAtOnce = 50;

/** The place of a type, the labels of both ends, and how many of the type there are between these. */
const Row = z.tuple([z.int(), z.string(), z.string(), z.int()]);

/** Which labels the relationships of each type join, by type and labels. Rejects with a ProblemError. */
export async function readEnds(
  store: Pick<Store, 'read'>,
  types: Schema['types'],
  options: ReadOptions,
): Promise<Ends[]> {
  const sampleSize = Math.max(10, Math.min(mostOfType, Math.floor(mostOfAll / types.length)));
  const found: Ends[] = [];
  for (let start = 0; start < types.length; start += typesAtOnce) {
    const chunk = types.slice(start, start + typesAtOnce);
    const cypher = chunk.map(
      (
        { name },
        index,
      ) => `${matchType(name, `$names[${index}]`)} WITH labels(a) AS starts, labels(b) AS ends LIMIT $size
UNWIND starts AS from UNWIND ends AS to RETURN ${index} AS place, from, to, count(*) AS count`,
    );
    const params = { names: chunk.map(({ name }) => name), size: sampleSize };
    const { table } = await store.read(cypher.join('\nUNION ALL '), params, options);
    for (const [place, from, to, count] of z.array(Row).parse(table.rows)) {
      const type = chunk[place];
      if (!type) continue;
      const isSampled = type.count > sampleSize;
      const likely = Math.max(1, Math.round((count / sampleSize) * type.count));
      found.push({ type: type.name, from, to, count: isSampled ? likely : count, isSampled });
    }
  }
  return found.toSorted((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

function sortKey({ type, from, to }: Ends): string {
  return JSON.stringify([type, from, to]);
}
