import type { LabelStyle } from '../contract/data-set/styles.ts';

/** How labels look of which nobody has said how: neighbours in the list differ in colour, shape and icon at once. */

/** Each stands out from the page's ground and bears an icon, in both schemes; a test holds them to 3 to 1. */
const colours: LabelStyle['colour'][] = [
  { light: '#3949ab', dark: '#9fa8f0' },
  { light: '#b84a14', dark: '#f5a272' },
  { light: '#1b6b72', dark: '#7cc4cb' },
  { light: '#a8326f', dark: '#f0a0c8' },
  { light: '#2e7d32', dark: '#86cf8a' },
  { light: '#7b3f9e', dark: '#cf9fe8' },
  { light: '#8a6100', dark: '#f0c04c' },
  { light: '#2f7396', dark: '#8cc3e0' },
  { light: '#b3261e', dark: '#f28b82' },
  { light: '#5f7a1f', dark: '#b9d46a' },
  { light: '#4a5a80', dark: '#a3b2d6' },
];

const shapes: LabelStyle['shape'][] = [
  'ellipse',
  'round-rectangle',
  'hexagon',
  'diamond',
  'octagon',
  'barrel',
  'tag',
  'rectangle',
];

const icons = (
  'star hash flag layers target book briefcase calendar key award network building megaphone scale map-pin cog eye ' +
  'quote library'
).split(' ');

/** Icons for what people often have in a graph, by the label's name. */
const iconsByName: [pattern: RegExp, icon: string][] = [
  [/person|people|user|actor|author|employee|member|customer|人|员/i, 'user'],
  [/compan|organi[sz]ation|institution|business|公司|企业|机构|组织/i, 'building'],
  [/place|city|country|location|address|region|地/i, 'map-pin'],
  [/event|date|meeting|time|事件|日/i, 'calendar'],
  [/document|article|report|paper|file|文/i, 'file-text'],
  [/book|movie|film|书/i, 'book'],
  [/group|team|party|社|团/i, 'users'],
  [/rule|law|policy|规|法/i, 'gavel'],
];

/** The looks of the label at this place in the list. The numbers of colours, shapes and icons have no common divisor. */
export function looksOf(name: string, index: number): Pick<LabelStyle, 'colour' | 'shape' | 'icon'> {
  const byName = iconsByName.find(([pattern]) => pattern.test(name));
  return {
    colour: at(colours, index),
    shape: at(shapes, index),
    icon: byName ? byName[1] : at(icons, index),
  };
}

function at<Item>(items: readonly [Item, ...Item[]] | Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('the list is empty');
  return item;
}
