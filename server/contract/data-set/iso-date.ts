import { z } from 'zod';

/** A date as precise as it is known. */
export const IsoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/, 'a date is a year, month or day such as 2006, 2006-05 or 2006-05-31');
