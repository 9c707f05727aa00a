import { z } from 'zod';
import { Text } from '../text.ts';

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
