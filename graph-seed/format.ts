import { z } from 'zod';
import { DataSetOntology, Point, Question, Reference, Scene, Subject } from '../server/contract.ts';

/** The files of a data set, as schemas. CONTRIBUTING.md tells how to write one. */

/** A slug: lower-case words joined by hyphens; readable, unique over the data set, and stable, for links use it. */
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');

/** Where in the document: a passage's address, such as `lead.3` or `s2.i3.4`. */
const Address = z.string().regex(/^[a-z]+[0-9]*(\.([a-z]+[0-9]*|[0-9]+))*$/, 'an address looks like lead.3 or s2.i3.4');

/** YAML reads a bare year as a number; a person who writes `at: 2006` means the year. */
const yearAsText = (value: unknown) => (typeof value === 'number' ? String(value) : value);

/** ISO 8601 as precise as the document: a year, a month, a day, or a period `from/to` of such. */
const IsoDate = z.preprocess(
  yearAsText,
  z
    .string()
    .refine(
      isCalendarDate,
      'a date is a real one in ISO 8601, as precise as stated, such as 2006, 2006-05 or 2006-05-31',
    ),
);
const IsoPeriod = z
  .string()
  .refine(isPeriod, 'a period is two ISO 8601 dates, the earlier first, joined by /; an open end is empty');

/** A tag of a language such as en or zh-CN. */
const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'a language is a tag of BCP 47 such as en or zh-CN');

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

const Quote = z.string().min(1).max(longestQuote, `a quote has at most ${longestQuote} characters`);

export const Evidence = z.strictObject({
  at: Address,
  quote: Quote,
});
export type Evidence = z.infer<typeof Evidence>;

const evidenced = {
  evidence: z.array(Evidence).min(1, 'there is no evidence'),
  /** A derived fact is not said in so many words; `derivedFrom` then says how it follows. */
  basis: z.enum(['stated', 'derived']).default('stated'),
  derivedFrom: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).optional(),
  /** What a derived fact follows from: ids of nodes, figures or relationships, or addresses of passages. */
  premises: z.array(z.string().min(1)).min(1, 'there are no premises').optional(),
};

export const SeedNode = z.strictObject({
  id: Slug,
  labels: z.array(z.string()).min(1),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  aliases: z.array(z.string().min(1)).optional(),
  summary: z.string().min(1),
  summaryEn: z.string().min(1),
  /** 1: on the first picture; 2: comes with the next; absent: only by search and expanding. */
  prominence: z.int().min(1).max(2).optional(),
  at: IsoDate.optional(),
  period: IsoPeriod.optional(),
  ...evidenced,
});
export type SeedNode = z.infer<typeof SeedNode>;

export const SeedRelationship = z.strictObject({
  from: Slug,
  type: z.string(),
  to: Slug,
  at: IsoDate.optional(),
  since: IsoDate.optional(),
  until: IsoDate.optional(),
  role: z.string().optional(),
  roleEn: z.string().optional(),
  ...evidenced,
});
export type SeedRelationship = z.infer<typeof SeedRelationship>;

/** One observation: a number with its unit, of what it measures and when. */
export const SeedFigure = z.strictObject({
  id: Slug,
  name: z.string().min(1),
  nameEn: z.string().min(1),
  measures: Slug,
  value: z.number(),
  unit: z.string().min(1),
  unitEn: z.string().min(1),
  qualifier: z.enum(['exact', 'atLeast', 'over', 'about']).default('exact'),
  measure: Slug,
  at: IsoDate.optional(),
  period: IsoPeriod.optional(),
  prominence: z.int().min(1).max(2).optional(),
  ...evidenced,
});
export type SeedFigure = z.infer<typeof SeedFigure>;

/**
 * A sum that must come out: the figures `parts` add up to the figure `total`, or `total` relationships of a type
 * meet a node. A sum has either `parts` or `count`. Where the document itself says a sum that does not come out, the sum
 * of its parts has `comesOut: false`, and the page tells the readers of it.
 */
export const SeedSum = z.strictObject({
  total: Slug,
  parts: z.array(Slug).min(2).optional(),
  count: z.strictObject({ type: z.string(), to: Slug }).optional(),
  comesOut: z.boolean().default(true),
});
export type SeedSum = z.infer<typeof SeedSum>;

/** A passage: a heading, a sentence, or a stray line. Text runs from its `opening` to the next passage's. */
export const SeedPassage = z.strictObject({
  at: Address,
  kind: z.enum(['title', 'heading', 'sentence', 'furniture']),
  /** The id of the section that it belongs to; a passage without one belongs to the document itself. */
  section: Slug.optional(),
  /** The shortest phrase that begins the passage; with the order of the passages it finds the place. */
  opening: Quote,
  /** Our restatement. */
  gist: z.string().min(1),
  gistEn: z.string().min(1),
  /** Clauses that are deliberately not in the graph, each with the reason. */
  leftOut: z.array(z.strictObject({ quote: Quote, reason: z.string(), reasonEn: z.string() })).optional(),
});

export type SeedPassage = z.infer<typeof SeedPassage>;

/** A part of the document; `at` begins the addresses of its passages, and of the sections inside it. */
export const SeedSection = z.strictObject({
  id: Slug,
  at: Address,
  name: z.string().min(1),
  nameEn: z.string().min(1),
  summary: z.string().min(1),
  summaryEn: z.string().min(1),
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
  /** Of the text, and so of the quotes, as BCP 47 names it; zh-CN unless it is said. */
  language: Language.optional(),
  /** How it is cited: as a document of its name and date, of a type that the standard does not name, unless it says more. */
  reference: Reference.extend({ published: IsoDate.optional(), accessed: IsoDate.optional() }).optional(),
  /** The file beside this one with the running text, where that is ours to pass on. */
  text: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]*\.(txt|md)$/, 'the text is a .txt or .md file in the same folder')
    .optional(),
});
export type SeedDocument = z.infer<typeof SeedDocument>;

/** Questions on the first page: more would be a list to read rather than a way in. */
const fewestFeatured = 3;
const mostFeatured = 5;

const SeedQuestions = z.strictObject({
  subjects: z.array(Subject).min(1),
  questions: z.array(Question).refine((questions) => {
    const { length } = questions.filter(({ isFeatured }) => isFeatured);
    return fewestFeatured <= length && length <= mostFeatured;
  }, `from ${fewestFeatured} to ${mostFeatured} questions have isFeatured: true, for the first page`),
});

/** The files of a data set, by name. */
export const files = {
  /** Everything about display that is not in a file of its own. */
  'ontology.yaml': DataSetOntology.omit({
    sums: true,
    subjects: true,
    questions: true,
    positions: true,
    dataSet: true,
    document: true,
  }),
  'passages.yaml': z.strictObject({
    document: SeedDocument,
    sections: z.array(SeedSection),
    passages: z.array(SeedPassage).min(1),
  }),
  'nodes.yaml': z.array(SeedNode),
  'relationships.yaml': z.array(SeedRelationship),
  'figures.yaml': z.strictObject({ figures: z.array(SeedFigure), sums: z.array(SeedSum) }),
  'questions.yaml': SeedQuestions,
  'positions.yaml': z.record(Slug, Point),
  /** The story, which a data set need not tell. */
  'scenes.yaml': z.array(Scene),
} as const;

export type FileName = keyof typeof files;
