import { z } from 'zod';
import { type DocumentInfo, Reference } from './contract/data-set/document.ts';

/** YAML reads a bare year as a number. */
const When = z.union([z.string(), z.number().transform(String)]).optional();

/** Bytes that a document's text may have. */
export const mostDocumentBytes = 5_000_000;

/** The name of the file with a document's running text, beside the other files of its data set. */
export const TextName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*\.(txt|md)$/, 'the text is a .txt or .md file in the same folder');

/** Of the file of passages, what is said of the document itself. */
export const DocumentEntry = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  at: When,
  language: z.string().optional(),
  reference: Reference.extend({ published: When, accessed: When }).optional(),
  text: TextName.optional(),
});
export type DocumentEntry = z.infer<typeof DocumentEntry>;

/**
 * What travels of a document. Where its author does not say how it is cited, it is by its name and date, as of a type that
 * GB/T 7714 does not name (Z); nothing is made up beyond that.
 */
export function documentInfo({
  id,
  name,
  nameEn,
  at,
  language = 'zh-CN',
  reference,
  text,
}: DocumentEntry): DocumentInfo {
  return {
    id,
    name: { zh: name, en: nameEn },
    language,
    reference: reference ?? { kind: 'Z', title: name, ...(at !== undefined && { published: at }) },
    hasText: text !== undefined,
  };
}
