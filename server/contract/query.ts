import { z } from 'zod';
import { Json } from './json.ts';
import { Text } from './text.ts';

/** One entry of the catalogue. `parameters` is a JSON Schema, from which forms are made. */
export const QueryInfo = z.object({
  name: z.string(),
  title: Text,
  description: Text,
  result: z.enum(['graph', 'table']),
  parameters: z.record(z.string(), Json),
  cypher: z.string(),
});
export type QueryInfo = z.infer<typeof QueryInfo>;

/**
 * What a named query asks the database for given parameters, as it can be run again elsewhere. `isWhole` is false where
 * the answer is not the text's alone, such as one that is made from counts which the engine keeps.
 */
export const QueryStatement = z.object({
  cypher: z.string(),
  params: z.record(z.string(), Json),
  isWhole: z.boolean(),
});
export type QueryStatement = z.infer<typeof QueryStatement>;
