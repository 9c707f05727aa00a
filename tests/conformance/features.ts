import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { Json } from '../../server/contract/json.ts';
import { graphs } from './graphs.ts';

/**
 * What Cypher answers: the cases of `cases/*.yaml`, each with the rows that are right, or with the code of the problem that it must
 * end with. Neo4j proves them; the embedded engine answers the same or refuses.
 */
const Case = z.strictObject({
  name: z.string(),
  /** The graph that it is asked of, where that matters. */
  graph: z.enum(Object.keys(graphs)).optional(),
  query: z.string(),
  params: z.record(z.string(), Json).default({}),
  expected: z.union([
    z.strictObject({
      columns: z.array(z.string()),
      rows: z.array(z.array(Json)),
      /** Whether the rows come in this order and no other. */
      isOrdered: z.boolean().default(false),
    }),
    z.strictObject({ error: z.enum(['cypher-syntax', 'cypher-failed']) }),
  ]),
});

const Feature = z.strictObject({ title: z.string(), cases: z.array(Case).min(1) });

export type Case = z.infer<typeof Case>;
export type Feature = z.infer<typeof Feature>;

const folder = fileURLToPath(new URL('cases', import.meta.url));

/** All cases, by what they are about. */
export const features: Feature[] = readdirSync(folder)
  .toSorted()
  .map((file) => Feature.parse(parse(readFileSync(`${folder}/${file}`, 'utf8'))));

/** Whether the rows of a case come in one order only. */
export function isOrdered({ expected }: Case): boolean {
  return 'rows' in expected && expected.isOrdered;
}
