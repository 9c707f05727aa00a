import { z } from 'zod';

/**
 * One operator of a plan and those that it reads from. What an engine does not tell is absent: `estimatedRows` is what
 * it expects; `rows`, `dbHits` (accesses of the storage) and `ms` (of this step alone) are what a profile has counted.
 */
export const PlanStep = z.object({
  operator: z.string(),
  details: z.string(),
  identifiers: z.array(z.string()),
  estimatedRows: z.number().optional(),
  rows: z.int().optional(),
  dbHits: z.int().optional(),
  ms: z.number().optional(),
  get children(): z.ZodArray<typeof PlanStep> {
    return z.array(PlanStep);
  },
});
export type PlanStep = z.infer<typeof PlanStep>;

/** How the engine works a query out, last step first. `rows` and the counts of the steps are there when it was profiled. */
export const QueryPlan = z.object({
  queryType: z.enum(['r', 'rw', 'w', 's']),
  profiled: z.boolean(),
  ms: z.number(),
  rows: z.int().optional(),
  root: PlanStep,
});
export type QueryPlan = z.infer<typeof QueryPlan>;
