import { computed, signal } from '@preact/signals-core';
import type { Ontology } from '../../server/contract/data-set/ontology.ts';
import type { LabelStyle, TypeStyle } from '../../server/contract/data-set/styles.ts';
import type { Node, PropertyValue } from '../../server/contract/graph.ts';
import { colours } from './picture/colours.ts';
import { fill, formatDate, formatNumber, inLocale, joinWords, locale } from './locale.ts';
import type { NamedRelationship } from './reading/named-facts.ts';
import { appearances } from './view/view.ts';
import type { Appearance } from './view/view.ts';

/** What the page knows of the data set; null until it has arrived. */
export const ontology = signal<Ontology | null>(null);

/** The labels of the data set as the reader sees them: a finer label follows what its coarser one was given. */
const labelStyles = computed(
  () =>
    new Map(
      ontology.value?.labels.map((style) => {
        const colour = appearanceOf(style)?.colour;
        return [style.name, colour ? { ...style, colour: colours[colour] } : style];
      }),
    ),
);

const appearanceOf = ({ name, parent }: Pick<LabelStyle, 'name' | 'parent'>): Appearance | undefined =>
  appearances.value.get(name) ?? (parent === undefined ? undefined : appearances.value.get(parent));

const typeStyles = computed(() => new Map(ontology.value?.types.map((style) => [style.name, style])));
const propertyStyles = computed(() => new Map(ontology.value?.properties.map((style) => [style.name, style])));

/** Types that hold the document together rather than say something of the world. */
export const structuralTypes = computed(
  () => ontology.value?.types.filter(({ isStructural }) => isStructural).map(({ name }) => name) ?? [],
);

/** The relationship types in the ontology's order. */
export const typeOrder = computed(() => ontology.value?.types.map(({ name }) => name) ?? []);

/** What the ontology knows of a label. */
export const labelStyleByName = (name: string): LabelStyle | undefined => labelStyles.value.get(name);

/** For labels that no ontology describes: a plain grey disc with the label's own name. */
function plainLabel(name: string): LabelStyle {
  const text = { zh: name, en: name };
  return {
    name,
    title: text,
    description: text,
    colour: { light: '#5f6673', dark: '#a3abb8' },
    icon: 'circle',
    shape: 'ellipse',
    isFacet: false,
    isCollective: false,
  };
}

/** How a node is drawn: by its finest label. */
export function labelStyleOf(node: Node): LabelStyle {
  const styles = node.labels.flatMap((label) => labelStyles.value.get(label) ?? []);
  return styles.find((style) => style.parent !== undefined) ?? styles[0] ?? plainLabel(node.labels[0] ?? '?');
}

/** Whether a node stands for a programme or the like, to which others belong. */
export const isFacet = (node: Node): boolean => labelStyleOf(node).isFacet;

/** The label that the legend counts a node under: its coarsest. */
export function legendLabelOf(node: Node): LabelStyle {
  const style = labelStyleOf(node);
  return (style.parent && labelStyles.value.get(style.parent)) || style;
}

/** A label's title in the reader's language. */
export function labelTitle(label: string): string {
  const style = labelStyles.value.get(label);
  return style ? inLocale(style.title) : label;
}

/** Properties of nodes of a label that can name them: texts that some of these nodes have. */
export function captionChoices(nodes: Iterable<Node>): string[] {
  const found = new Set<string>();
  for (const { properties } of nodes) {
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === 'string' && !isHiddenProperty(name) && !placedElsewhere.has(name)) found.add(name);
    }
  }
  return [...found].toSorted();
}

export function typeStyleOf(type: string): TypeStyle {
  const text = { zh: type, en: type };
  return (
    typeStyles.value.get(type) ?? {
      name: type,
      title: text,
      sentence: { zh: `{start} ${type} {end}`, en: `{start} ${type} {end}` },
      ends: [{ from: '', to: '' }],
      properties: [],
      line: 'solid',
      hierarchy: false,
      isPart: false,
      isStructural: false,
    }
  );
}

/** The name of a node: by its label's own property for names, else in the reader's language, or in the other one, or its id. */
export function nameOf(node: Node): string {
  const { caption } = ontology.value ?? {};
  const { nameProperty } = labelStyleOf(node);
  const own = nameProperty === undefined ? undefined : node.properties[nameProperty];
  const name = own ?? (caption && (node.properties[inLocale(caption)] ?? node.properties[caption.zh]));
  return (typeof name === 'string' && name !== '') || typeof name === 'number' ? String(name) : node.id;
}

/** What stands on a node in the picture: what the reader chose, its label's template filled in, or its name. */
export function captionOf(node: Node): string {
  const chosen = appearanceOf(labelStyleOf(node))?.caption;
  const caption = chosen ? formatProperty(chosen, localProperty(node.properties, chosen)) : '';
  return caption === '' ? usualCaption(node) : caption;
}

function usualCaption(node: Node): string {
  return withName(node, nameOf(node)) ?? nameOf(node);
}

/** What a label's template adds to a node's name, such as a figure's value with its unit. */
export function figureOf(node: Node): string | undefined {
  return withName(node, '')?.trim();
}

function withName(node: Node, name: string): string | undefined {
  const template = labelStyleOf(node).caption;
  if (!template) return undefined;
  const values = Object.fromEntries(
    Object.keys(node.properties).map((key) => [key, formatProperty(key, localProperty(node.properties, key))]),
  );
  return fill(inLocale(template), { ...values, name });
}

/** Our own one or two sentences about a node, if it has them. */
export function summaryOf(node: Node): string | undefined {
  const property = ontology.value && inLocale(ontology.value.summary);
  const summary = property ? node.properties[property] : undefined;
  return typeof summary === 'string' ? summary : undefined;
}

/** A relationship as one sentence, with the names of its ends. */
export function sentenceOf(relationship: NamedRelationship, endName: (id: string) => string): string {
  const sentence = fill(inLocale(typeStyleOf(relationship.type).sentence), {
    start: endName(relationship.start),
    end: endName(relationship.end),
  });
  const { at, since, until } = relationship.properties;
  const period = since || until ? `${text(since)}/${text(until)}` : text(at);
  if (period === '') return sentence;
  return locale.value === 'zh' ? `${sentence}（${formatDate(period)}）` : `${sentence} (${formatDate(period)})`;
}

/** Properties that the page shows in places of their own, not in the list of facts. */
const placedElsewhere = new Set([
  'evidence',
  'quotes',
  'basis',
  'derivedFrom',
  'derivedFromEn',
  'premises',
  'leftOutQuotes',
]);

/** A property `xEn` is the English side of `x`. */
const englishSide = (name: string): string => `${name}En`;

/** Some names of properties without those that say the same in the language which the reader does not read. */
export function localNames(names: readonly string[]): string[] {
  const isForeign = (name: string): boolean =>
    locale.value === 'en' ? names.includes(englishSide(name)) : names.some((other) => englishSide(other) === name);
  return names.filter((name) => !isForeign(name));
}

/** The value of a property on the reader's side, where it has two. */
export function localProperty(properties: Node['properties'], name: string): PropertyValue | undefined {
  return (locale.value === 'en' ? properties[englishSide(name)] : undefined) ?? properties[name];
}

/** The facts that stand in a node's or relationship's properties, titled and worded for the reader. */
export function factsOf(properties: Node['properties']): { name: string; title: string; value: string }[] {
  const { caption, summary } = ontology.value ?? {};
  const isNamed = (name: string): boolean => [caption?.zh, caption?.en, summary?.zh, summary?.en].includes(name);
  return Object.keys(properties)
    .filter((name) => !placedElsewhere.has(name) && !isHiddenProperty(name) && !isNamed(name))
    .filter((name) => !(name.endsWith('En') && name.slice(0, -2) in properties))
    .map((name) => ({
      name,
      title: propertyTitle(name),
      value: formatProperty(name, localProperty(properties, name)),
    }))
    .filter(({ value }) => value !== '');
}

/** A property's title in the reader's language. */
export function propertyTitle(name: string): string {
  const style = propertyStyles.value.get(name);
  return style ? inLocale(style.title) : name;
}

function isHiddenProperty(name: string): boolean {
  return propertyStyles.value.get(name)?.hidden ?? false;
}

const isoDate = /^\d{4}(-\d{2}){0,2}(\/(\d{4}(-\d{2}){0,2})?)?$/;

/** A property's value in the reader's language: codes by their title, dates and numbers by its customs. */
export function formatProperty(name: string, value: PropertyValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return joinWords(value.map((item) => formatProperty(name, item)));
  if (typeof value === 'number') return formatNumber(value);
  const title = propertyStyles.value.get(name)?.values?.[String(value)];
  if (title) return inLocale(title);
  return typeof value === 'string' && isoDate.test(value) ? formatDate(value) : String(value);
}

const text = (value: PropertyValue | undefined): string => (typeof value === 'string' ? value : '');
