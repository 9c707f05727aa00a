import { z } from 'zod';

/** The engine that answers, as the page shows it. */
export const Engine = z.object({
  kind: z.enum(['embedded', 'neo4j']),
  name: z.string(),
  version: z.string(),
});
export type Engine = z.infer<typeof Engine>;

/**
 * The answer of `GET /api/health`. Counts are absent while the database is out of reach, and where it holds so much beside
 * the data set that this cannot be counted apart. `isUnfinished` says that a load ended half-way: the next one goes on.
 * `cypherConsole` says whether queries can be typed at all by who asks, `signIn` whether that takes a token.
 */
export const Health = z.object({
  status: z.enum(['ok', 'unavailable']),
  engine: Engine,
  dataSet: z.string(),
  nodes: z.int().optional(),
  relationships: z.int().optional(),
  isUnfinished: z.boolean().optional(),
  cypherConsole: z.boolean(),
  signIn: z.enum(['not-needed', 'needed', 'done']),
});
export type Health = z.infer<typeof Health>;
