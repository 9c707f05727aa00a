import { z } from 'zod';

/** Words for the reader, in both languages of the page. */
export const Text = z.object({
  zh: z.string().min(1).describe('in Chinese'),
  en: z.string().min(1).describe('in English'),
});
export type Text = z.infer<typeof Text>;
