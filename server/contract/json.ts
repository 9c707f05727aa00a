import { z } from 'zod';

/** A JSON value: what a table cell may hold. */
export const Json = z.json();
export type Json = z.infer<typeof Json>;
