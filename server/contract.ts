import { z } from 'zod';

/**
 * All that travels between server, client and data-set loader, as schemas with inferred types.
 * The client imports the types only.
 */

/** Words for the reader, in both languages of the page. */
export const Text = z.object({
  zh: z.string().min(1).describe('in Chinese'),
  en: z.string().min(1).describe('in English'),
});
export type Text = z.infer<typeof Text>;

/** A JSON value: what a table cell may hold. */
export const Json = z.json();
export type Json = z.infer<typeof Json>;

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A property of a node or relationship: a scalar or a list of scalars. */
export const PropertyValue = z.union([Scalar, z.array(Scalar)]);
export type PropertyValue = z.infer<typeof PropertyValue>;

const Properties = z.record(z.string(), PropertyValue);

/**
 * A node as it travels, whole but for the properties that the ontology hides. `id` is its key property where the ontology names one, else the
 * engine's element id. `labels` are sorted; the key label that all nodes of a data set share is left out.
 */
export const Node = z.object({ id: z.string(), labels: z.array(z.string()), properties: Properties });
export type Node = z.infer<typeof Node>;

/** A relationship as it travels, whole like a node. `start` and `end` are ids of nodes. */
export const Relationship = z.object({
  id: z.string(),
  type: z.string(),
  start: z.string(),
  end: z.string(),
  properties: Properties,
});
export type Relationship = z.infer<typeof Relationship>;

/** A closed graph: both ends of every relationship are among the nodes; no id comes twice. */
export const Graph = z.object({ nodes: z.array(Node), relationships: z.array(Relationship) });
export type Graph = z.infer<typeof Graph>;

/**
 * The graph of the data set as a whole. `total` is how much there is; `truncated` says that a limit cut what is here, which
 * is closed all the same.
 */
export const WholeGraph = Graph.extend({
  truncated: z.boolean(),
  total: z.object({ nodes: z.int(), relationships: z.int() }),
});
export type WholeGraph = z.infer<typeof WholeGraph>;

/**
 * Rows in the order of the query. A node in a cell is `{ $node: id }`, a relationship
 * `{ $relationship: id }`, a path `{ $path: [node id, relationship id, node id, …] }`: the graph of the
 * same answer has them whole.
 */
export const Table = z.object({ columns: z.array(z.string()), rows: z.array(z.array(Json)) });
export type Table = z.infer<typeof Table>;

/** Where in a query something is wrong; all count from 1 but `offset`, from 0. */
export const Position = z.object({ line: z.int(), column: z.int(), offset: z.int() });
export type Position = z.infer<typeof Position>;

/**
 * Something the reader should know about an answer, such as a warning of the database. `values` are the parts of the
 * sentence that vary, `position` where in the query it is about, `suggestions` names that may have been meant.
 */
export const Notice = z.object({
  code: z.string(),
  detail: z.string(),
  values: z.record(z.string(), z.string()).optional(),
  position: Position.optional(),
  suggestions: z.array(z.string()).optional(),
});
export type Notice = z.infer<typeof Notice>;

/** What every query answers. `ms` is the time the engine took; `truncated` says that a limit cut the rows. */
export const Answer = z.object({
  graph: Graph,
  table: Table,
  truncated: z.boolean(),
  ms: z.number(),
  notices: z.array(Notice),
});
export type Answer = z.infer<typeof Answer>;

/** One entry of the catalogue. `parameters` is a JSON Schema, from which forms are made. */
export const QueryInfo = z.object({
  name: z.string(),
  title: Text,
  description: Text,
  result: z.enum(['graph', 'table']),
  parameters: z.record(z.string(), Json),
  cypher: z.string(),
});
export type QueryInfo = z.infer<typeof QueryInfo>;

/**
 * What a named query asks the database for given parameters, as it can be run again elsewhere. `isWhole` is false where
 * the answer is not the text's alone, such as one that is made from counts which the engine keeps.
 */
export const QueryStatement = z.object({
  cypher: z.string(),
  params: z.record(z.string(), Json),
  isWhole: z.boolean(),
});
export type QueryStatement = z.infer<typeof QueryStatement>;

/** The body of `POST /api/cypher`. */
export const CypherRequest = z.strictObject({
  query: z.string().min(1),
  params: z.record(z.string(), Json).default({}),
  limit: z.int().min(1).max(10_000).default(1_000),
});
export type CypherRequest = z.infer<typeof CypherRequest>;

/** The body of `POST /api/cypher/plan`. With `profile` the query is run, and its answer thrown away. */
export const PlanRequest = CypherRequest.omit({ limit: true }).extend({ profile: z.boolean().default(false) });
export type PlanRequest = z.infer<typeof PlanRequest>;

/**
 * One operator of a plan and those that it reads from. What an engine does not tell is absent: `estimatedRows` is what
 * it expects; `rows`, `dbHits` (accesses of the storage) and `ms` (of this step alone) are what a profile has counted.
 */
export const PlanStep = z.object({
  operator: z.string(),
  details: z.string(),
  identifiers: z.array(z.string()),
  estimatedRows: z.number().optional(),
  rows: z.int().optional(),
  dbHits: z.int().optional(),
  ms: z.number().optional(),
  get children(): z.ZodArray<typeof PlanStep> {
    return z.array(PlanStep);
  },
});
export type PlanStep = z.infer<typeof PlanStep>;

/** How the engine works a query out, last step first. `rows` and the counts of the steps are there when it was profiled. */
export const QueryPlan = z.object({
  queryType: z.enum(['r', 'rw', 'w', 's']),
  profiled: z.boolean(),
  ms: z.number(),
  rows: z.int().optional(),
  root: PlanStep,
});
export type QueryPlan = z.infer<typeof QueryPlan>;

/**
 * The body of `POST /api/cypher/export`. `bom` puts a byte order mark before CSV, which Excel needs to read UTF-8;
 * `escapeFormulas` puts an apostrophe before what a spreadsheet would run as a formula; `summary` makes JSON an object with the rows and
 * what NDJSON says in its last line, such as whether there were more.
 */
export const ExportRequest = CypherRequest.extend({
  limit: z.int().min(1).max(1_000_000).default(1_000_000),
  format: z.enum(['ndjson', 'csv', 'json']).default('ndjson'),
  bom: z.boolean().default(false),
  escapeFormulas: z.boolean().default(true),
  summary: z.boolean().default(false),
});
export type ExportRequest = z.infer<typeof ExportRequest>;

/** Labels and relationship types of the database with their counts, and the properties that occur. */
export const Schema = z.object({
  labels: z.array(z.object({ name: z.string(), count: z.int() })),
  types: z.array(z.object({ name: z.string(), count: z.int() })),
  properties: z.array(z.string()),
});
export type Schema = z.infer<typeof Schema>;

/** An argument or a result of a function or procedure. */
const Slot = z.object({ name: z.string(), type: z.string(), description: z.string(), default: z.string().optional() });

/** A function that a typed query may call. `aggregates` says that it makes one value of many rows. */
export const CypherFunction = z.object({
  name: z.string(),
  signature: z.string(),
  description: z.string(),
  arguments: z.array(Slot),
  returns: z.string(),
  aggregates: z.boolean(),
});
export type CypherFunction = z.infer<typeof CypherFunction>;

/** A procedure that a typed query may call. */
export const CypherProcedure = z.object({
  name: z.string(),
  signature: z.string(),
  description: z.string(),
  arguments: z.array(Slot),
  columns: z.array(Slot),
});
export type CypherProcedure = z.infer<typeof CypherProcedure>;

/** The words that a typed query may use, for an editor to complete. */
export const Vocabulary = Schema.extend({
  functions: z.array(CypherFunction),
  procedures: z.array(CypherProcedure),
});
export type Vocabulary = z.infer<typeof Vocabulary>;

/** The engine that answers, as the page shows it. */
export const Engine = z.object({
  kind: z.enum(['embedded', 'neo4j']),
  name: z.string(),
  version: z.string(),
});
export type Engine = z.infer<typeof Engine>;

/**
 * The answer of `GET /api/cypher/queue`: how many typed queries run and wait, of how many at most. `places` are those in
 * the queue, from 1, at which queries of the caller wait.
 */
export const QueryQueueState = z.object({
  running: z.int(),
  waiting: z.int(),
  mostRunning: z.int(),
  mostWaiting: z.int(),
  places: z.array(z.int()),
});
export type QueryQueueState = z.infer<typeof QueryQueueState>;

/**
 * The answer of `GET /api/health`. Counts are absent while the database is out of reach, and where it holds so much beside
 * the data set that this cannot be counted apart.
 * `cypherConsole` says whether queries can be typed at all by who asks, `signIn` whether that takes a token.
 */
export const Health = z.object({
  status: z.enum(['ok', 'unavailable']),
  engine: Engine,
  dataSet: z.string(),
  nodes: z.int().optional(),
  relationships: z.int().optional(),
  cypherConsole: z.boolean(),
  signIn: z.enum(['not-needed', 'needed', 'done']),
});
export type Health = z.infer<typeof Health>;

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

/**
 * An error, as RFC 9457 (`application/problem+json`). `code` is stable: the page words it in the reader's
 * language with `values`; `detail` is the English sentence for programs and logs. `suggestions` are names that may
 * have been meant in the place of the one at fault.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.string()).optional(),
  position: Position.optional(),
  suggestions: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;

const Colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, 'a colour is # and six lower-case hexadecimal digits')
  .meta({ description: 'a colour: # and six lower-case hexadecimal digits', examples: ['#2f6f8f'] });

/** How a label is named and drawn. */
export const LabelStyle = z.strictObject({
  name: z
    .string()
    .min(1)
    .meta({ description: 'the label, in PascalCase', examples: ['Museum'] }),
  parent: z.string().optional().describe('the broader label: nodes of this one carry both'),
  title: Text.describe('what the page calls it'),
  description: Text.describe('what its nodes are, in a sentence of the legend'),
  colour: z.strictObject({ light: Colour, dark: Colour }).meta({
    description: 'of its nodes, on a light and on a dark page',
    examples: [{ light: '#2f6f8f', dark: '#7fc4e0' }],
  }),
  icon: z.string().meta({ description: 'the name of an icon of lucide.dev', examples: ['building'] }),
  shape: z
    .enum(['ellipse', 'round-rectangle', 'rectangle', 'diamond', 'hexagon', 'tag', 'barrel', 'octagon'])
    .describe('of its nodes: labels are told apart by more than colour'),
  caption: Text.optional().meta({
    description: 'a template of properties, for nodes whose name alone says too little',
    examples: [{ zh: '{value}{unit}', en: '{value} {unitEn}' }],
  }),
  nameProperty: z.string().optional().describe('the property that names its nodes, where it is not that of all'),
  isFacet: z
    .boolean()
    .default(false)
    .describe('its nodes hold others, as programmes do: the page offers to show only what belongs to one of them'),
  isCollective: z
    .boolean()
    .default(false)
    .describe('its nodes stand for many: an organisation chart draws them as a stack of cards'),
});
export type LabelStyle = z.infer<typeof LabelStyle>;

/** How a relationship type is named, drawn and said. */
export const TypeStyle = z.strictObject({
  name: z
    .string()
    .min(1)
    .meta({ description: 'the type, in UPPER_SNAKE', examples: ['LENDS_TO'] }),
  title: Text.describe('what the page calls it'),
  sentence: Text.meta({
    description: 'a sentence in which {start} and {end} are the names of both ends',
    examples: [{ zh: '{start}下设{end}', en: '{start} has the branch {end}' }],
  }),
  ends: z
    .array(z.strictObject({ from: z.string().describe('a label'), to: z.string().describe('a label') }))
    .describe('the labels that it may lead from and to'),
  properties: z.array(z.string()).meta({ description: 'what it may say of itself', examples: [['since', 'role']] }),
  line: z.enum(['solid', 'dashed', 'dotted']).describe('how it is drawn'),
  hierarchy: z
    .boolean()
    .default(false)
    .describe('it spans the organisation chart, from parent to child, as long as no two of them meet at a child'),
  beside: z
    .enum(['oversight', 'founding'])
    .optional()
    .describe('an organisation chart draws it beside its tree: oversight and liaison dotted, founding dashed'),
  isPart: z.boolean().default(false).describe('it leads from a part to its whole'),
  isStructural: z
    .boolean()
    .default(false)
    .describe('it holds the document together: paths avoid it, since through it everything is near'),
});
export type TypeStyle = z.infer<typeof TypeStyle>;

/** A property that the page may show; a `hidden` one serves the database only and does not travel. */
export const PropertyStyle = z.strictObject({
  name: z.string().meta({ description: 'the property, in camelCase', examples: ['since'] }),
  title: Text.describe('what the page calls it'),
  hidden: z.boolean().default(false).describe('it serves the database only, and is not shown'),
  values: z
    .record(z.string(), Text)
    .optional()
    .meta({ description: 'what the page says for each value', examples: [{ about: { zh: '约', en: 'about' } }] }),
});
export type PropertyStyle = z.infer<typeof PropertyStyle>;

const IsoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/, 'a date is a year, month or day such as 2006, 2006-05 or 2006-05-31');

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
    .meta({ description: 'of the query of the catalogue', examples: [{ id: 'the-id-of-a-node' }] }),
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

/** Where a node stands, in the units of the layout. */
export const Point = z.strictObject({
  x: z.number().describe('how far to the right, as a number'),
  y: z.number().describe('how far down, as a number'),
});
export type Point = z.infer<typeof Point>;

const Key = z
  .strictObject({
    label: z.string().describe('that all nodes share'),
    property: z.string().describe('that identifies them'),
  })
  .describe('how every node is found: { label: Entity, property: id }');

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

/**
 * What the explorer knows of a data set: everything that is not in the graph itself. Order in the lists is
 * order on the page. `key` names the label that all nodes share and the property that identifies them;
 * `caption` the property that names a node in each language. Of a graph that no data set describes, the ontology is
 * made from the schema: names may be anything, `key` is null, and the overview shows a node with the id `label:<name>`
 * for each label. `sums` are what figures are said to add up to, by the ids of figures: the whole, and all of its parts.
 * `document` is what its evidence quotes; null where nothing is known of one.
 */
export const Ontology = z.strictObject({
  dataSet: z.string(),
  title: Text.describe('of the page: what the document is about'),
  subtitle: Text.describe('under the title: what document it is, of when'),
  document: DocumentInfo.nullable(),
  key: Key.nullable(),
  caption: Text.describe('the property that names a node, in each language'),
  summary: Text.describe('the property that tells of a node in a sentence, in each language'),
  labels: z.array(LabelStyle).describe('what nodes are, in the order of the legend'),
  types: z.array(TypeStyle).describe('how nodes are related, in the order of the page'),
  properties: z.array(PropertyStyle).describe('what nodes and relationships have, in the order of the page'),
  measures: z
    .array(
      z.strictObject({
        name: z.string().meta({ description: 'what figures name it by', examples: ['members'] }),
        title: Text.describe('the heading of the series'),
      }),
    )
    .describe('what numbers measure: figures of one measure are a series'),
  sums: z.array(z.strictObject({ total: z.string(), parts: z.array(z.string()) })),
  subjects: z.array(Subject),
  questions: z.array(Question),
  positions: z.record(z.string(), Point),
});
export type Ontology = z.infer<typeof Ontology>;

/** What a data set's own files say: its names are written as those of this project are. */
export const DataSetOntology = Ontology.extend({
  document: DocumentInfo,
  key: Key,
  labels: z
    .array(
      LabelStyle.extend({
        name: z
          .string()
          .regex(/^[A-Z][A-Za-z0-9]*$/, 'a label is PascalCase')
          .meta({ description: 'the label, in PascalCase', examples: ['Museum'] }),
      }),
    )
    .min(1)
    .describe('what nodes are, in the order of the legend'),
  types: z
    .array(
      TypeStyle.extend({
        name: z
          .string()
          .regex(/^[A-Z]+(_[A-Z]+)*$/, 'a relationship type is UPPER_SNAKE')
          .meta({ description: 'the type, in UPPER_SNAKE', examples: ['LENDS_TO'] }),
        ends: TypeStyle.shape.ends.min(1).describe('the labels that it may lead from and to; Entity is any'),
      }),
    )
    .min(1)
    .describe('how nodes are related, in the order of the page'),
});
export type DataSetOntology = z.infer<typeof DataSetOntology>;

/** What a scene does to the answer of its query without asking again: only some nodes stay, or some are taken off. */
const SceneStep = z.strictObject({
  kind: z.enum(['keep', 'hide']).describe('whether only these nodes stay, or these are taken off'),
  ids: z.array(z.string().min(1)).min(1).describe('of nodes'),
});

/** What is held back of a scene's picture; nothing, unless it is named. */
const SceneFilters = z.strictObject({
  labelsOff: z.array(z.string()).default([]).describe('nodes of these labels'),
  typesOff: z.array(z.string()).default([]).describe('relationships of these types'),
  basesOff: z
    .array(z.enum(['stated', 'derived']))
    .default([])
    .describe('what is only stated, or only derived'),
  facet: z.string().optional().describe('the id of a node, such as a programme: only what belongs to it stays'),
  asOf: IsoDate.optional().describe('only what was there on this date stays'),
  compared: z.tuple([IsoDate, IsoDate]).optional().describe('what was added and what ended between two dates'),
});

/**
 * One picture of a story that is told with the graph. It is what a named query answers (`query`, with `parameters`), so
 * that showing it costs one request, less what `steps` and `filters` take off it. Its nodes stand at `positions`, the
 * others where the data set or a `layout` puts them. What the caption is about is in `focus`; the `camera` shows the whole
 * picture, what is in focus, or a part at a zoom round a point. `surface` is what shows it. `notes` are for who speaks.
 * Each claim of the caption leads to its `evidence`: ids of passages, relationships, figures or other nodes.
 */
export const Scene = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/, 'an id of a scene is lower-case words joined by hyphens')
    .meta({ description: 'its name in links', examples: ['how-it-began'] }),
  title: Text.describe('a few words over the picture'),
  caption: Text.describe('one or two short sentences, which say what the document says and no more'),
  notes: Text.describe('for who speaks'),
  query: z.string().meta({
    description: 'the query that draws it: of the catalogue, or question- with the id of a question with Cypher',
    examples: ['among', 'overview'],
  }),
  parameters: z
    .record(z.string(), Json)
    .default({})
    .meta({ description: 'of the query', examples: [{ ids: ['the-id-of-a-node', 'another'] }] }),
  steps: z.array(SceneStep).default([]).describe('what is taken off the answer, in this order'),
  layout: z
    .enum(['given', 'force', 'tree', 'concentric'])
    .default('given')
    .describe('where nodes stand that have no position'),
  positions: z.record(z.string(), Point).default({}).describe('where nodes stand, by their ids'),
  focus: z.array(z.string()).default([]).describe('ids of what the caption is about'),
  filters: SceneFilters.prefault({}).describe('what is held back'),
  camera: z
    .union([
      z.enum(['fit', 'focus']),
      Point.extend({ zoom: z.number().positive().describe('1 is the size in which positions are told') }),
    ])
    .default('fit')
    .describe('what is in sight: all, what is in focus, or a part at a zoom round a point'),
  surface: z.enum(['picture', 'chart', 'timeline', 'figures']).default('picture').describe('what shows it'),
  evidence: z
    .array(z.string())
    .min(1, 'there is no evidence')
    .meta({
      description: 'ids of what the caption rests on: passages, relationships, figures or other nodes',
      examples: [['passage-lead-1', 'jia-association.HAS_BRANCH.yi-branch']],
    }),
});
export type Scene = z.infer<typeof Scene>;
