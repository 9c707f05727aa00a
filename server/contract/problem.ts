import { z } from 'zod';

/** Where in a query something is wrong; all count from 1 but `offset`, from 0. */
export const Position = z.object({ line: z.int(), column: z.int(), offset: z.int() });
export type Position = z.infer<typeof Position>;

/**
 * An error, as RFC 9457 (`application/problem+json`). `code` is stable: the page words it in the reader's
 * language with `values`; `detail` is the English sentence for programs and logs. `suggestions` are names that may
 * have been meant in the place of the one at fault.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.string()).optional(),
  position: Position.optional(),
  suggestions: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;
