import { z } from 'zod';
import { Text } from '../text.ts';
import { IsoDate } from './iso-date.ts';

/**
 * How a document is cited, by the elements of GB/T 7714—2015. `kind` is the standard's code of the type of document, with
 * that of its carrier where there is one, such as `M`, `R`, `Z` or `EB/OL`. What is not known of a document is left out.
 */
export const Reference = z.strictObject({
  kind: z
    .string()
    .regex(/^[A-Z]{1,2}(\/[A-Z]{2})?$/, 'a kind is a code of GB/T 7714 such as M, R, N, Z or EB/OL')
    .describe('of document: M a book, R a report, N a newspaper, EB/OL a page of the web, Z another'),
  title: z.string().min(1).describe('as the document itself has it'),
  authors: z.array(z.string().min(1)).min(1).optional().describe('persons or bodies, in their order'),
  place: z.string().min(1).optional().describe('where it was published'),
  publisher: z.string().min(1).optional().describe('who published it'),
  published: IsoDate.optional().describe('when, as precise as known'),
  url: z.url().optional().describe('where it is on the web'),
  accessed: IsoDate.optional().describe('when it was there'),
});
export type Reference = z.infer<typeof Reference>;

/**
 * The document that a data set is of: the `id` and the `name` of its node, the `language` of its quotes (BCP 47), and how
 * it is cited. `hasText` says that the server has its running text, too.
 */
export const DocumentInfo = z.strictObject({
  id: z.string(),
  name: Text,
  language: z.string(),
  reference: Reference,
  hasText: z.boolean(),
});
export type DocumentInfo = z.infer<typeof DocumentInfo>;
