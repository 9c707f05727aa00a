import type { Attack } from './attack.ts';

/** Values that would be more than values. */
export const values: Attack[] = [
  {
    name: 'a parameter that is Cypher',
    cypher: 'RETURN $text AS text',
    params: { text: "' }) DETACH DELETE n //" },
    outcome: ['answered'],
    rows: [["' }) DETACH DELETE n //"]],
  },
  {
    name: 'a label by a parameter',
    cypher: 'MATCH (n:$label) RETURN n',
    params: { label: 'Entity' },
    outcome: ['refused'],
  },
  {
    name: 'a map with odd keys',
    cypher: "RETURN $map['a b'] AS a, $map['`'] AS b, $map['.'] AS c, $map['$x'] AS d",
    params: { map: { 'a b': 1, '`': 2, '.': 3, $x: 4 } },
    outcome: { neo4j: ['answered'], embedded: ['answered', 'refused'] },
    rows: [[1, 2, 3, 4]],
  },
  {
    name: 'a parameter with an odd name',
    cypher: 'RETURN $`a b` AS a, $`律` AS b',
    params: { 'a b': 1, 律: 2 },
    outcome: { neo4j: ['answered'], embedded: ['answered', 'refused', 'failed'] },
    rows: [[1, 2]],
  },
  {
    name: 'a key that is the prototype of all objects',
    cypher: 'RETURN $map.polluted AS own, $map AS map',
    params: { map: JSON.parse('{"__proto__": {"polluted": true}}') },
    outcome: ['answered', 'refused', 'failed'],
  },
  {
    name: 'a result that is named like the prototype of all objects',
    cypher: 'RETURN {polluted: true} AS __proto__',
    outcome: ['answered', 'refused', 'failed'],
    rows: [[{ polluted: true }]],
  },
  {
    name: 'a map that has the prototype of all objects',
    cypher: 'RETURN {__proto__: {polluted: true}, constructor: 1} AS map',
    outcome: ['answered', 'refused', 'failed'],
  },
  {
    name: 'a node that claims to be one',
    cypher: 'RETURN {`$node`: "city"} AS map',
    outcome: ['answered', 'refused', 'failed'],
  },
  {
    name: 'the largest and the smallest numbers',
    cypher: 'RETURN 9223372036854775807 AS a, -9223372036854775807 AS b, 9007199254740993 AS c',
    outcome: { neo4j: ['answered'], embedded: ['answered', 'refused', 'failed'] },
    rows: [['9223372036854775807', '-9223372036854775807', '9007199254740993']],
  },
  {
    name: 'a number that is too large',
    cypher: 'RETURN 9223372036854775808 AS a',
    outcome: ['refused', 'failed'],
  },
  {
    name: 'numbers beyond the finite',
    cypher: 'RETURN 1e308 * 10 AS a, -1e308 * 10 AS b, 0.0 / 0.0 AS c',
    outcome: { neo4j: ['answered'], embedded: ['answered', 'refused', 'failed'] },
    rows: [['Infinity', '-Infinity', 'NaN']],
  },
  {
    name: 'a sum that overflows',
    cypher: 'RETURN 9223372036854775807 + 1 AS a',
    outcome: ['refused', 'failed'],
  },
  {
    name: 'a division by zero',
    cypher: 'RETURN 1 / 0 AS a',
    outcome: ['refused', 'failed'],
  },
  {
    name: 'half a character',
    cypher: 'RETURN size($text) AS size, $text AS text',
    params: { text: '\ud83d' },
    outcome: ['answered', 'refused', 'failed'],
  },
  {
    name: 'a null inside a text',
    cypher: 'RETURN size($text) AS size',
    params: { text: 'a\u0000b' },
    outcome: ['answered'],
    rows: [[3]],
  },
];
