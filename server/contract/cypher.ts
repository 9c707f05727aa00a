import { z } from 'zod';
import { Json } from './json.ts';

/** The body of `POST /api/cypher`. */
export const CypherRequest = z.strictObject({
  query: z.string().min(1),
  params: z.record(z.string(), Json).default({}),
  limit: z.int().min(1).max(10_000).default(1_000),
});
export type CypherRequest = z.infer<typeof CypherRequest>;

/** The body of `POST /api/cypher/plan`. With `profile` the query is run, and its answer thrown away. */
export const PlanRequest = CypherRequest.omit({ limit: true }).extend({ profile: z.boolean().default(false) });
export type PlanRequest = z.infer<typeof PlanRequest>;

/**
 * The body of `POST /api/cypher/export`. `bom` puts a byte order mark before CSV, which Excel needs to read UTF-8;
 * `escapeFormulas` puts an apostrophe before what a spreadsheet would run as a formula; `summary` makes JSON an object with the rows and
 * what NDJSON says in its last line, such as whether there were more.
 */
export const ExportRequest = CypherRequest.extend({
  limit: z.int().min(1).max(1_000_000).default(1_000_000),
  format: z.enum(['ndjson', 'csv', 'json']).default('ndjson'),
  bom: z.boolean().default(false),
  escapeFormulas: z.boolean().default(true),
  summary: z.boolean().default(false),
});
export type ExportRequest = z.infer<typeof ExportRequest>;

/**
 * The answer of `GET /api/cypher/queue`: how many typed queries run and wait, of how many at most. `places` are those in
 * the queue, from 1, at which queries of the caller wait.
 */
export const QueryQueueState = z.object({
  running: z.int(),
  waiting: z.int(),
  mostRunning: z.int(),
  mostWaiting: z.int(),
  places: z.array(z.int()),
});
export type QueryQueueState = z.infer<typeof QueryQueueState>;
