import * as fc from 'fast-check';
import type { Graph, PropertyValue } from '../../server/contract/graph.ts';

/** Graphs with all that a database may have in names and values, for the formats to bring through. */

const piece = fc.constantFrom(
  '`',
  '``',
  "'",
  '"',
  '\\',
  '\\u0041',
  '\n',
  '\r\n',
  '\t',
  ';',
  '// x',
  '/*',
  '$p',
  '{',
  '}',
  '<',
  '&amp;',
  ']]>',
  '=1',
  '律师',
  '😀',
  'e\u0301',
  'a',
  ' ',
);
const characters = fc.string({ unit: 'binary', maxLength: 4 });

/** Texts as they stand in properties. */
const texts = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, characters), { maxLength: 6 })
  .map((parts) => parts.join(''));

/** Labels, types and names of properties: no database has an empty one. */
const names = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 6 })
  .map((parts) => parts.join(''))
  .filter((text) => text !== '');

const numbers = fc.oneof(
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
);
const values: fc.Arbitrary<PropertyValue> = fc.oneof(
  texts,
  numbers,
  fc.boolean(),
  fc.array(texts, { maxLength: 3 }),
  fc.array(fc.maxSafeInteger(), { maxLength: 3 }),
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: 0.1, max: 1e9 }), { maxLength: 3 }),
  fc.array(fc.boolean(), { maxLength: 3 }),
);
const properties = fc.dictionary(names, values, { maxKeys: 4, noNullPrototype: true });

const nodes = fc.array(
  fc.record({ labels: fc.uniqueArray(names, { maxLength: 3 }).map((list) => list.toSorted()), properties }),
  { minLength: 1, maxLength: 10, size: 'max' },
);

/** A closed graph; ids are as odd as names. */
export const graphs: fc.Arbitrary<Graph> = nodes.chain((list) => {
  const end = fc.nat({ max: list.length - 1 });
  return fc
    .array(fc.record({ type: names, start: end, end, properties }), { maxLength: 8, size: 'max' })
    .map((relationships) => ({
      nodes: list.map((node, index) => ({ id: idOf(index), ...node })),
      relationships: relationships.map(({ start, end: target, ...relationship }, index) => ({
        id: `r"${index}`,
        start: idOf(start),
        end: idOf(target),
        ...relationship,
      })),
    }));
});

const idOf = (index: number): string => `<node ${index}>&`;
