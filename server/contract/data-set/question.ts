import { z } from 'zod';
import { Json } from '../json.ts';
import { Text } from '../text.ts';
import { IsoDate } from './iso-date.ts';

const ofBlank = { title: Text.describe('what goes into the place') };

/**
 * A place in a question's sentence that the reader fills; what stands in it at first has an answer. A blank for a node
 * takes those of one of its `labels` that have a relationship of one of its `kinds`, a direction with a type such as
 * `out:LEADS`; none named is any. An empty list of labels or types offers all that the ontology has.
 */
export const Blank = z.discriminatedUnion('kind', [
  z.strictObject({
    ...ofBlank,
    kind: z.literal('node').describe('a node'),
    labels: z.array(z.string()).default([]).describe('only nodes of one of these labels; none named is any'),
    kinds: z
      .array(z.string().regex(/^(?:in|out):./, 'a kind is out: or in: with a type, such as out:LEADS'))
      .default([])
      .meta({ description: 'only nodes that have such a relationship', examples: [['out:LEADS']] }),
    default: z.string().min(1).describe('the id of the node that stands in it at first'),
  }),
  z.strictObject({
    ...ofBlank,
    kind: z.literal('label').describe('a label'),
    labels: z.array(z.string()).default([]).describe('those that are offered; none named is all'),
    default: z.string().describe('the label that stands in it at first'),
  }),
  z.strictObject({
    ...ofBlank,
    kind: z.literal('type').describe('a type of relationships'),
    types: z.array(z.string()).default([]).describe('those that are offered; none named is all'),
    default: z.string().describe('the type that stands in it at first'),
  }),
  z.strictObject({
    ...ofBlank,
    kind: z.literal('number').describe('a number'),
    min: z.number().describe('the least that it takes'),
    max: z.number().describe('the most that it takes'),
    default: z.number().describe('the number that stands in it at first'),
  }),
  z.strictObject({
    ...ofBlank,
    kind: z.literal('date').describe('a date'),
    default: IsoDate.describe('the date that stands in it at first'),
  }),
  z.strictObject({
    ...ofBlank,
    kind: z.literal('text').describe('a text'),
    default: z.string().min(1).max(100).describe('the text that stands in it at first'),
  }),
  z.strictObject({
    ...ofBlank,
    kind: z.literal('choice').describe('one of several values'),
    choices: z.record(z.string(), Text).describe('what the page says for each value'),
    default: z.string().describe('the value that stands in it at first'),
  }),
]);
export type Blank = z.infer<typeof Blank>;

/**
 * What a reader can ask by filling the blanks of a sentence: `{name}` in the title is the place of a blank. It is
 * answered by a query of the catalogue with these `parameters`, or by Cypher of its own, which is then the named query
 * `question-<id>`; what is filled into the blanks are its parameters. `view` and `layout` are how the answer is looked at
 * best; `columns` are the headings of its table. Featured ones stand on the first page, the others in the gallery.
 */
export const Question = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/, 'an id of a question is lower-case words joined by hyphens')
    .meta({ description: 'its name in links', examples: ['who-leads-whom'] }),
  subject: z.string().describe('the id of the subject that it is listed under'),
  title: Text.meta({
    description: 'the sentence that is asked, with a place in braces for each blank',
    examples: [{ zh: '{whom}由谁领导？', en: 'Who leads {whom}?' }],
  }),
  description: Text.describe('what the answer tells'),
  blanks: z
    .record(
      z.string().regex(/^(?!dataSet$)[a-z][A-Za-z]*$/, 'the name of a blank is camelCase, and not dataSet'),
      Blank,
    )
    .default({})
    .describe('what the reader fills, by name: $name in the Cypher'),
  query: z
    .string()
    .optional()
    .meta({
      description: 'a query of the catalogue that answers it, in the place of Cypher',
      examples: ['overview', 'neighbours', 'org-structure', 'figures', 'timeline'],
    }),
  parameters: z
    .record(z.string(), Json)
    .default({})
    .meta({ description: 'of the query of the catalogue', examples: [{ ids: ['the-id-of-a-node'] }] }),
  cypher: z
    .string()
    .optional()
    .describe('a query of its own, which only reads, and ends in RETURN … ORDER BY down to an id'),
  columns: z.record(z.string(), Text).default({}).describe('headings of the table that it answers, by column'),
  view: z.enum(['graph', 'table']).default('graph').describe('how the answer is looked at best'),
  layout: z.enum(['force', 'tree', 'concentric']).default('force').describe('how its picture is laid out'),
  isFeatured: z.boolean().default(false).describe('it stands on the first page: three to five do'),
});
export type Question = z.infer<typeof Question>;

/** What questions are about: the groups of the gallery. */
export const Subject = z.strictObject({
  id: z.string().describe('what questions name it by'),
  title: Text.describe('what the gallery calls it'),
});
export type Subject = z.infer<typeof Subject>;
