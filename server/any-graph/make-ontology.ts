import { z } from 'zod';
import type { Ontology } from '../contract/data-set/ontology.ts';
import { LabelStyle, TypeStyle } from '../contract/data-set/styles.ts';
import type { Text } from '../contract/text.ts';
import type { Schema } from '../contract/vocabulary.ts';
import type { ReadOptions, Store } from '../store/store.ts';
import { membershipType } from './label-node.ts';
import { findNameProperties } from './name-properties.ts';
import { looksOf } from './palette.ts';
import { readEnds, type Ends } from './relationship-ends.ts';

/**
 * An ontology for a graph that no data set describes, from what is in it: its labels, the largest first, its types, and
 * the property that likely names the nodes of each label. Rejects with a ProblemError.
 */
export async function makeOntology(store: Pick<Store, 'read' | 'schema'>, options: ReadOptions): Promise<Ontology> {
  const schema = await store.schema(options);
  const [name, ends, nameProperties] = await Promise.all([
    databaseName(store, options),
    readEnds(store, schema.types, options),
    findNameProperties(store, schema.labels, options),
  ]);
  const labels = schema.labels.toSorted((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1));
  return {
    dataSet: name,
    title: both(name),
    subtitle: { zh: '按数据库自身的结构展示', en: 'shown by the structure of the database itself' },
    document: null,
    key: null,
    caption: both('name'),
    summary: both('summary'),
    labels: labels.map((label, index) => labelStyle(label, index, nameProperties.get(label.name))),
    types: [...schema.types.map((type) => typeStyle(type, ends)), membershipStyle(labels)],
    properties: schema.properties.map((property) => ({ name: property, title: both(property), hidden: false })),
    measures: [],
    sums: [],
    subjects: [],
    questions: [],
    positions: {},
  };
}

async function databaseName(store: Pick<Store, 'read'>, options: ReadOptions): Promise<string> {
  const { table } = await store.read('CALL db.info() YIELD name RETURN name', {}, options);
  return z.string().parse(table.rows[0]?.[0]);
}

function labelStyle({ name, count }: Schema['labels'][number], index: number, property?: string): LabelStyle {
  return LabelStyle.parse({
    name,
    title: both(name),
    description: {
      zh: `数据库中有 ${formatted(count, 'zh')} 个`,
      en: `${formatted(count, 'en')} in the database`,
    },
    ...looksOf(name, index),
    nameProperty: property,
  });
}

function typeStyle({ name }: Schema['types'][number], ends: Ends[]): TypeStyle {
  return TypeStyle.parse({
    name,
    title: both(name),
    sentence: both(`{start} ${name} {end}`),
    ends: ends.flatMap(({ type, from, to }) => (type === name ? [{ from, to }] : [])),
    properties: [],
    line: 'solid',
  });
}

/** How it is said that a node is one of its label. */
function membershipStyle(labels: Schema['labels']): TypeStyle {
  return TypeStyle.parse({
    name: membershipType,
    title: { zh: '其中的节点', en: 'Nodes of the label' },
    sentence: { zh: '标签 {start} 下有 {end}', en: 'The label {start} includes {end}' },
    ends: labels.map(({ name }) => ({ from: name, to: name })),
    properties: [],
    line: 'dotted',
  });
}

function both(text: string): Text {
  return { zh: text, en: text };
}

function formatted(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count);
}
