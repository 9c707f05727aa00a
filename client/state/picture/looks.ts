import { computed } from '@preact/signals-core';
import type { Node, PropertyValue } from '../../../server/contract/graph.ts';
import { styleTitle } from './filter-actions.ts';
import { formatNumber, t } from '../locale.ts';
import { formatProperty, labelStyleOf, ontology } from '../ontology.ts';
import { degrees, picture } from './picture.ts';
import { colourBy, sizeBy } from '../view/view.ts';

/** What sizes and colours of nodes say: by their relationships, their label, or a property. */

export interface Colour {
  light: string;
  dark: string;
}

/** Something that size or colour can go by. */
export interface StyleChoice {
  by: string;
  title: string;
}

/** One line of the key to the colours. */
export interface ColourEntry {
  title: string;
  colour: Colour;
  count: number;
}

/** Colours that can be told apart, and from the ground, in both schemes. */
const categories: readonly Colour[] = [
  { light: '#0b6bb5', dark: '#5db4f5' },
  { light: '#b04a00', dark: '#f2995c' },
  { light: '#0a7a5a', dark: '#45c9a0' },
  { light: '#a8337f', dark: '#ee8cc8' },
  { light: '#756300', dark: '#d6c24a' },
  { light: '#5b48c2', dark: '#aa9cf5' },
  { light: '#b3262e', dark: '#f58a8a' },
  { light: '#3f6f1f', dark: '#9ccf6b' },
];

/** From little to much: away from the ground, whichever it is. */
const scale: readonly Colour[] = [
  { light: '#628bc8', dark: '#4a76b0' },
  { light: '#4a78bd', dark: '#6b97d0' },
  { light: '#2f5ea6', dark: '#8fb6e8' },
  { light: '#1a4587', dark: '#b8d3f5' },
  { light: '#0b2c63', dark: '#e4effc' },
];

/** For what has no value, and for values beyond the colours that there are. */
const grey: Colour = { light: '#5f6673', dark: '#a3abb8' };

export const palettes = { categories, scale, grey };

/** Most distinct values that make a property worth colouring by. */
const mostValues = 12;
const sizes = { least: 28, most: 72, same: 40 };

/** The values that nodes on screen have in a property that the page may show. */
const valuesByProperty = computed(() => {
  const { caption, summary, properties } = ontology.value ?? {};
  const apart = new Set([caption?.zh, caption?.en, summary?.zh, summary?.en]);
  for (const { name, hidden } of properties ?? []) if (hidden) apart.add(name);
  const values = new Map<string, PropertyValue[]>();
  for (const node of picture.value.nodes.values()) {
    for (const [name, value] of Object.entries(node.properties)) {
      if (apart.has(name) || (name.endsWith('En') && name.slice(0, -2) in node.properties)) continue;
      const known = values.get(name);
      if (known) known.push(value);
      else values.set(name, [value]);
    }
  }
  return values;
});

const isNumber = (value: PropertyValue | undefined): value is number => typeof value === 'number';
const isText = (value: PropertyValue | undefined): boolean => typeof value === 'string' || typeof value === 'boolean';

const numberProperties = computed(() => namesWhere((values) => new Set(values.filter(isNumber)).size > 1));
const textProperties = computed(() =>
  namesWhere((values) => {
    const { size } = new Set(values);
    return size > 1 && size <= mostValues && values.every(isText);
  }),
);

const namesWhere = (isWanted: (values: readonly PropertyValue[]) => boolean): string[] =>
  [...valuesByProperty.value].filter(([, values]) => isWanted(values)).map(([name]) => name);

/** What the sizes of nodes on screen can go by. */
export const sizeChoices = computed(() => choices(['degree', 'none', ...numberProperties.value]));

/** What the colours of nodes on screen can go by. */
export const colourChoices = computed(() =>
  choices(['label', 'degree', ...numberProperties.value, ...textProperties.value]),
);

const choices = (names: readonly string[]): StyleChoice[] => names.map((by) => ({ by, title: styleTitle(by) }));

/** Whether any node on screen has what sizes are to go by. */
export const isSizeKnown = (by: string): boolean =>
  by === 'degree' || by === 'none' || (valuesByProperty.value.get(by) ?? []).some(isNumber);

/** Whether any node on screen has what colours are to go by. */
export const isColourKnown = (by: string): boolean =>
  by === 'degree' || by === 'label' || valuesByProperty.value.has(by);

/** How large a node is drawn. */
export function sizeOf(node: Node): number {
  const { value: by } = sizeBy;
  if (by === 'none') return sizes.same;
  if (by === 'degree') return Math.min(sizes.most, Math.round(sizes.least + 7 * Math.sqrt(degreeOf(node))));
  const value = node.properties[by];
  const { least, most } = sizeRange.value;
  if (!isNumber(value)) return sizes.least;
  // The area, not the width, goes by the number.
  return Math.round(sizes.least + (sizes.most - sizes.least) * Math.sqrt((value - least) / (most - least || 1)));
}

const sizeRange = computed(() => {
  const numbers = (valuesByProperty.value.get(sizeBy.value) ?? []).filter(isNumber);
  return {
    least: numbers.reduce((least, value) => Math.min(least, value), Infinity),
    most: numbers.reduce((most, value) => Math.max(most, value), -Infinity),
  };
});

const degreeOf = (node: Node): number => degrees.value.get(node.id) ?? 0;

/** The colour that a node is drawn in. */
export function colourOf(node: Node): Colour {
  if (colourBy.value === 'label') return labelStyleOf(node).colour;
  return classOf(node)?.colour ?? grey;
}

/** What the colour of a node says, in words, for colour is never the only sign; null where it is the label. */
export function colourWord(node: Node): string | null {
  if (colourBy.value === 'label') return null;
  const value = valueOf(node);
  return value === undefined || value === null ? null : wordFor(value);
}

const wordFor = (value: PropertyValue): string => formatProperty(colourBy.value, value);

const valueOf = (node: Node): PropertyValue | undefined =>
  colourBy.value === 'degree' ? degreeOf(node) : node.properties[colourBy.value];

/** The key to the colours on screen; empty where they are the labels', which the legend has anyway. */
export const colourLegend = computed<ColourEntry[]>(() => {
  if (colourBy.value === 'label') return [];
  const counts = new Map<ValueClass | null, number>();
  for (const node of picture.value.nodes.values()) counts.set(classOf(node), (counts.get(classOf(node)) ?? 0) + 1);
  const entries = classes.value.flatMap((entry) => {
    const count = counts.get(entry);
    return count === undefined ? [] : [{ title: entry.title, colour: entry.colour, count }];
  });
  const without = counts.get(null);
  return without === undefined ? entries : [...entries, { title: t('style.noValue'), colour: grey, count: without }];
});

/** Values that are drawn in one colour. */
interface ValueClass {
  title: string;
  colour: Colour;
  has: (value: PropertyValue) => boolean;
}

const classOf = (node: Node): ValueClass | null => {
  const value = valueOf(node);
  if (value === undefined || value === null) return null;
  return classes.value.find((entry) => entry.has(value)) ?? null;
};

const classes = computed<ValueClass[]>(() => {
  const values = [...picture.value.nodes.values()].flatMap((node) => valueOf(node) ?? []);
  const numbers = values.filter(isNumber);
  return numbers.length > 0 ? numberClasses(numbers) : textClasses(values.map((value) => value));
});

/** As many nodes in each class as can be: few large numbers would make all the others look alike. */
function numberClasses(numbers: readonly number[]): ValueClass[] {
  const sorted = numbers.toSorted((a, b) => a - b);
  const starts = scale.map((_, index) => sorted[Math.floor((index * sorted.length) / scale.length)] ?? 0);
  const distinct = [...new Set(starts)];
  const most = sorted.at(-1) ?? 0;
  return distinct.map((start, index) => {
    const next = distinct[index + 1];
    const inside = sorted.filter((value) => value >= start && (next === undefined || value < next));
    const last = inside.at(-1) ?? most;
    // The few classes of few values are spread over the whole scale.
    const place = distinct.length === 1 ? scale.length - 1 : (index * (scale.length - 1)) / (distinct.length - 1);
    return {
      title: start === last ? formatNumber(start) : `${formatNumber(start)}–${formatNumber(last)}`,
      colour: scale[Math.round(place)] ?? grey,
      has: (value) => isNumber(value) && value >= start && value <= last,
    };
  });
}

/** The most frequent values get the colours; the rest share one. */
function textClasses(values: readonly PropertyValue[]): ValueClass[] {
  const counts = new Map<string, PropertyValue[]>();
  for (const value of values) {
    const key = String(value);
    const known = counts.get(key);
    if (known) known.push(value);
    else counts.set(key, [value]);
  }
  const sorted = [...counts].toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const named = sorted.slice(0, categories.length).map(([key, [example = key]], index) => ({
    title: wordFor(example),
    colour: categories[index] ?? grey,
    has: (value: PropertyValue) => String(value) === key,
  }));
  if (sorted.length <= categories.length) return named;
  return [...named, { title: t('style.otherValues'), colour: grey, has: () => true }];
}
