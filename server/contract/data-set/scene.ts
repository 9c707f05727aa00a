import { z } from 'zod';
import { Json } from '../json.ts';
import { Point } from '../point.ts';
import { Text } from '../text.ts';
import { IsoDate } from './iso-date.ts';

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
