import { z } from 'zod';
import { Text } from './text.ts';

/**
 * One of the data sets that a server has, as `GET /api/data-sets` lists them. Its page is `/data/<name>/`, its routes are
 * below `/api/data-sets/<name>`; those of the one that `isFirst` are at `/` and below `/api`, too. Counts are there where
 * they are known without opening it. `toLoad` is the command that loads it, where the database does not hold it yet.
 */
export const DataSetInfo = z.object({
  name: z.string(),
  title: Text,
  description: Text.optional(),
  isFirst: z.boolean(),
  nodes: z.int().optional(),
  relationships: z.int().optional(),
  toLoad: z.string().optional(),
});
export type DataSetInfo = z.infer<typeof DataSetInfo>;
