import { z } from 'zod';

/** Where a node stands, in the units of the layout. */
export const Point = z.strictObject({
  x: z.number().describe('how far to the right, as a number'),
  y: z.number().describe('how far down, as a number'),
});
export type Point = z.infer<typeof Point>;
