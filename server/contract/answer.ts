import { z } from 'zod';
import { Graph } from './graph.ts';
import { Json } from './json.ts';
import { Position } from './problem.ts';

/**
 * Rows in the order of the query. A node in a cell is `{ $node: id }`, a relationship
 * `{ $relationship: id }`, a path `{ $path: [node id, relationship id, node id, …] }`: the graph of the
 * same answer has them whole.
 */
export const Table = z.object({ columns: z.array(z.string()), rows: z.array(z.array(Json)) });
export type Table = z.infer<typeof Table>;

/**
 * Something the reader should know about an answer, such as a warning of the database. `values` are the parts of the
 * sentence that vary, `position` where in the query it is about, `suggestions` names that may have been meant.
 */
export const Notice = z.object({
  code: z.string(),
  detail: z.string(),
  values: z.record(z.string(), z.string()).optional(),
  position: Position.optional(),
  suggestions: z.array(z.string()).optional(),
});
export type Notice = z.infer<typeof Notice>;

/** What every query answers. `ms` is the time the engine took; `truncated` says that a limit cut the rows. */
export const Answer = z.object({
  graph: Graph,
  table: Table,
  truncated: z.boolean(),
  ms: z.number(),
  notices: z.array(Notice),
});
export type Answer = z.infer<typeof Answer>;
