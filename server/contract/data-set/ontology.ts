import { z } from 'zod';
import { Point } from '../point.ts';
import { Text } from '../text.ts';
import { DocumentInfo } from './document.ts';
import { Question, Subject } from './question.ts';
import { LabelStyle, PropertyStyle, TypeStyle } from './styles.ts';

const Key = z
  .strictObject({
    label: z.string().describe('that all nodes share'),
    property: z.string().describe('that identifies them'),
  })
  .describe('how every node is found: { label: Entity, property: id }');

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
