import { z } from 'zod';

/** Labels and relationship types of the database with their counts, and the properties that occur. */
export const Schema = z.object({
  labels: z.array(z.object({ name: z.string(), count: z.int() })),
  types: z.array(z.object({ name: z.string(), count: z.int() })),
  properties: z.array(z.string()),
});
export type Schema = z.infer<typeof Schema>;

/** An argument or a result of a function or procedure. */
const Slot = z.object({ name: z.string(), type: z.string(), description: z.string(), default: z.string().optional() });

/** A function that a typed query may call. `aggregates` says that it makes one value of many rows. */
export const CypherFunction = z.object({
  name: z.string(),
  signature: z.string(),
  description: z.string(),
  arguments: z.array(Slot),
  returns: z.string(),
  aggregates: z.boolean(),
});
export type CypherFunction = z.infer<typeof CypherFunction>;

/** A procedure that a typed query may call. */
export const CypherProcedure = z.object({
  name: z.string(),
  signature: z.string(),
  description: z.string(),
  arguments: z.array(Slot),
  columns: z.array(Slot),
});
export type CypherProcedure = z.infer<typeof CypherProcedure>;

/** The words that a typed query may use, for an editor to complete. */
export const Vocabulary = Schema.extend({
  functions: z.array(CypherFunction),
  procedures: z.array(CypherProcedure),
});
export type Vocabulary = z.infer<typeof Vocabulary>;
