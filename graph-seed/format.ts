import { z } from 'zod';
import { Reference } from '../server/contract/data-set/document.ts';
import { DataSetOntology } from '../server/contract/data-set/ontology.ts';
import { Question, Subject } from '../server/contract/data-set/question.ts';
import { Scene } from '../server/contract/data-set/scene.ts';
import { Point } from '../server/contract/point.ts';
import { Text } from '../server/contract/text.ts';
import { TextName } from '../server/document-info.ts';
import { icons } from './icons.ts';

/** The files of a data set, as schemas. CONTRIBUTING.md tells how to write one. */

/** A slug: lower-case words joined by hyphens; readable, unique over the data set, and stable, for links use it. */
const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens')
  .meta({ description: 'what links name it by, so that it should stay', examples: ['jia-association'] });

/** Where in the document: a passage's address, such as `lead.3` or `s2.i3.4`. */
const Address = z
  .string()
  .regex(/^[a-z]+[0-9]*(\.([a-z]+[0-9]*|[0-9]+))*$/, 'an address looks like lead.3 or s2.i3.4')
  .meta({ description: 'where in the document: section, item, sentence', examples: ['lead.3', 's2.i3.4'] });

const wrongDate = 'a date is a real one in ISO 8601, as precise as stated, such as 2006, 2006-05 or 2006-05-31';

/**
 * ISO 8601 as precise as the document: a year, a month, a day, or a period `from/to` of such. YAML reads a bare year as a
 * number; a person who writes `at: 2006` means the year.
 */
const IsoDate = z
  .union([z.string().regex(/^\d{4}(-\d{2}){0,2}$/), z.int().min(1000).max(9999)], wrongDate)
  .meta({
    description: 'a year, month or day, as precise as the document',
    examples: [2006, '2006-05', '2006-05-31'],
  })
  .transform(String)
  .refine(isCalendarDate, wrongDate);
const wrongPeriod = 'a period is two ISO 8601 dates, the earlier first, joined by /; an open end is empty';
const IsoPeriod = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}\/(\d{4}(-\d{2}){0,2})?$/, { error: wrongPeriod, abort: true })
  .refine(isPeriod, wrongPeriod)
  .meta({ description: 'from one date to another; an open end is empty', examples: ['2006/2011-05', '2006/'] });

/** A tag of a language such as en or zh-CN. */
const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'a language is a tag of BCP 47 such as en or zh-CN')
  .meta({ description: 'of the document and so of its quotes; zh-CN unless it is said', examples: ['en', 'zh-CN'] });

function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

function isPeriod(text: string): boolean {
  const [from = '', to, ...rest] = text.split('/');
  if (to === undefined || rest.length > 0 || !isCalendarDate(from)) return false;
  return to === '' || (isCalendarDate(to) && from <= to);
}

/** Characters that a quote may have at most: the shortest phrase that carries the fact. */
const longestQuote = 40;

const Quote = z
  .string()
  .min(1)
  .max(longestQuote, `a quote has at most ${longestQuote} characters`)
  .describe('the shortest words of the document that carry the fact, character for character');

export const Evidence = z.strictObject({
  at: Address,
  quote: Quote,
});
export type Evidence = z.infer<typeof Evidence>;

const evidenced = {
  evidence: z
    .array(Evidence)
    .min(1, 'there is no evidence')
    .meta({
      description: 'where the document says so, and in which words',
      examples: [[{ at: 'lead.1', quote: '…' }]],
    }),
  basis: z
    .enum(['stated', 'derived'])
    .default('stated')
    .describe('whether the document says it in so many words, or it follows from what it says'),
  derivedFrom: z.strictObject(Text.shape).optional().describe('of a derived fact: how it follows'),
  premises: z
    .array(z.string().min(1))
    .min(1, 'there are no premises')
    .optional()
    .meta({
      description: 'of a derived fact: the ids or addresses of what it follows from',
      examples: [['lead.2', 'jia-association']],
    }),
};

/** How people name it, in both languages. */
const named = {
  name: z
    .string()
    .min(1)
    .describe('its name in Chinese; of a document in another language, as that has it or translated'),
  nameEn: z.string().min(1).describe('its name in English'),
};

const summarized = {
  summary: z.string().min(1).describe('what it is, in a sentence in Chinese'),
  summaryEn: z.string().min(1).describe('what it is, in a sentence in English'),
};

const dated = {
  at: IsoDate.optional(),
  period: IsoPeriod.optional(),
};

const prominence = z
  .int()
  .min(1)
  .max(2)
  .optional()
  .describe('1: on the first picture, of 20 to 60 nodes; 2: comes with the next; absent: by search and expanding');

export const SeedNode = z.strictObject({
  id: Slug,
  labels: z
    .array(z.string())
    .min(1)
    .meta({
      description: 'what it is: labels of ontology.yaml, a finer one with its parents',
      examples: [['Organization', 'Branch']],
    }),
  ...named,
  aliases: z.array(z.string().min(1)).optional().describe('what else it is called, so that search finds it'),
  ...summarized,
  prominence,
  ...dated,
  ...evidenced,
});
export type SeedNode = z.infer<typeof SeedNode>;

export const SeedRelationship = z.strictObject({
  from: Slug.describe('the id of the node that it leads from'),
  type: z.string().meta({ description: 'a type of ontology.yaml', examples: ['HAS_BRANCH'] }),
  to: Slug.describe('the id of the node that it leads to'),
  at: IsoDate.optional(),
  since: IsoDate.optional(),
  until: IsoDate.optional(),
  role: z.string().optional().describe('as what, in Chinese'),
  roleEn: z.string().optional().describe('as what, in English'),
  ...evidenced,
});
export type SeedRelationship = z.infer<typeof SeedRelationship>;

/** One observation: a number with its unit, of what it measures and when. */
export const SeedFigure = z.strictObject({
  id: Slug,
  ...named,
  measures: Slug.describe('the id of the node that it is of'),
  value: z.number().describe('the number, whole: 20000 for 2万'),
  unit: z.string().min(1).describe('in Chinese'),
  unitEn: z.string().min(1).describe('in English'),
  qualifier: z.enum(['exact', 'atLeast', 'over', 'about']).default('exact').describe('how exact the document is'),
  measure: Slug.describe('a measure of ontology.yaml: figures of one measure are a series'),
  ...dated,
  prominence,
  ...evidenced,
});
export type SeedFigure = z.infer<typeof SeedFigure>;

/**
 * A sum that must come out: the figures `parts` add up to the figure `total`, or `total` relationships of a type
 * meet a node. A sum has either `parts` or `count`. Where the document itself says a sum that does not come out, the sum
 * of its parts has `comesOut: false`, and the page tells the readers of it.
 */
export const SeedSum = z.strictObject({
  total: Slug.describe('the id of the figure that is the whole'),
  parts: z.array(Slug).min(2).optional().describe('ids of the figures that add up to it'),
  count: z
    .strictObject({ type: z.string().describe('a type of ontology.yaml'), to: Slug })
    .optional()
    .describe('in the place of parts: relationships of a type to a node, of which there are so many'),
  comesOut: z.boolean().default(true).describe('false where the document itself has the sum wrong'),
});
export type SeedSum = z.infer<typeof SeedSum>;

/** A passage: a heading, a sentence, or a stray line. Text runs from its `opening` to the next passage's. */
export const SeedPassage = z.strictObject({
  at: Address,
  kind: z
    .enum(['title', 'heading', 'sentence', 'furniture'])
    .describe('furniture is a stray line, such as a page number'),
  section: Slug.optional().describe('the id of its section; without one it belongs to the document itself'),
  name: z.string().min(1).optional().describe('what its place is called in Chinese; as its address says, unless named'),
  nameEn: z.string().min(1).optional().describe('what its place is called in English'),
  opening: Quote.describe('the shortest phrase that begins it; it ends where the next passage begins'),
  gist: z.string().min(1).describe('what it says, in our words, in Chinese'),
  gistEn: z.string().min(1).describe('what it says, in our words, in English'),
  leftOut: z
    .array(
      z.strictObject({
        quote: Quote,
        reason: z.string().describe('in Chinese'),
        reasonEn: z.string().describe('in English'),
      }),
    )
    .optional()
    .describe('clauses that are not in the graph on purpose, each with the reason'),
});

export type SeedPassage = z.infer<typeof SeedPassage>;

/** A part of the document; `at` begins the addresses of its passages, and of the sections inside it. */
export const SeedSection = z.strictObject({
  id: Slug,
  at: Address.describe('what the addresses of its passages begin with'),
  ...named,
  ...summarized,
});

export type SeedSection = z.infer<typeof SeedSection>;

export const SeedDocument = SeedNode.omit({
  labels: true,
  evidence: true,
  basis: true,
  derivedFrom: true,
  premises: true,
  prominence: true,
}).extend({
  language: Language.optional(),
  reference: Reference.extend({ published: IsoDate.optional(), accessed: IsoDate.optional() })
    .optional()
    .describe('how it is cited; by its name and date, unless it says more'),
  passagePrefix: Slug.optional().describe(
    'what the ids of its passages begin with, in the place of passage: data sets in one Neo4j need different ones',
  ),
  text: TextName.optional().meta({
    description: 'the file beside this one with the running text, where that is yours to pass on',
    examples: ['document.txt'],
  }),
});
export type SeedDocument = z.infer<typeof SeedDocument>;

/** Questions on the first page: more would be a list to read rather than a way in. */
const fewestFeatured = 3;
const mostFeatured = 5;

const SeedQuestions = z.strictObject({
  subjects: z.array(Subject).min(1).describe('the groups of the gallery, in its order'),
  questions: z
    .array(Question)
    .refine((questions) => {
      const { length } = questions.filter(({ isFeatured }) => isFeatured);
      return fewestFeatured <= length && length <= mostFeatured;
    }, `from ${fewestFeatured} to ${mostFeatured} questions have isFeatured: true, for the first page`)
    .describe('what a reader can ask, in the order of the gallery, three to five of them with isFeatured: true'),
});

/** A label with an icon that the page does not have would stand there with a plain disc. */
const Icon = z
  .enum(icons, 'the page has no such icon')
  .meta({ description: 'one of the icons of lucide.dev that the page has', examples: ['building'] });

/** The files of a data set, by name. */
export const files = {
  'ontology.yaml': DataSetOntology.omit({
    sums: true,
    subjects: true,
    questions: true,
    positions: true,
    dataSet: true,
    document: true,
  })
    .extend({
      labels: z
        .array(DataSetOntology.shape.labels.element.extend({ icon: Icon }))
        .min(1)
        .describe('what nodes are, in the order of the legend'),
    })
    .describe('what there is in the document, how it is called and how it is drawn'),
  'passages.yaml': z
    .strictObject({
      document: SeedDocument.describe('the document itself'),
      sections: z.array(SeedSection).describe('its parts, in reading order'),
      passages: z.array(SeedPassage).min(1).describe('its headings and sentences, in reading order'),
    })
    .describe('the document, its sections and its passages'),
  'nodes.yaml': z.array(SeedNode).describe('who and what the document tells of, each with its evidence'),
  'relationships.yaml': z.array(SeedRelationship).describe('how nodes are related, each with its evidence'),
  'figures.yaml': z
    .strictObject({
      figures: z.array(SeedFigure).describe('one for each number of the document, with its evidence'),
      sums: z.array(SeedSum).describe('what must add up'),
    })
    .describe('the numbers of the document'),
  'questions.yaml': SeedQuestions.describe('what a reader can ask by filling blanks'),
  'positions.yaml': z.record(Slug, Point).describe('where the nodes of the first picture stand, by their ids'),
  'scenes.yaml': z.array(Scene).describe('the story, which a data set need not tell'),
} as const;

export type FileName = keyof typeof files;
