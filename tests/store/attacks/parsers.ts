import { allOf, type Attack } from './attack.ts';

const nested = (depth: number, open: string, inside: string, close: string) =>
  `${open.repeat(depth)}${inside}${close.repeat(depth)}`;

/** Too deep or long for a parser, which no parser must get to see. */
const tooDeep: [string, string][] = [
  ['500 brackets', `RETURN ${nested(500, '[', '', ']')} AS x`],
  ['500 parentheses', `RETURN ${nested(500, '(', '1', ')')} AS x`],
  ['500 maps', `RETURN ${nested(500, '{a: ', '1', '}')} AS x`],
  ['300 CASE', `RETURN ${nested(300, 'CASE WHEN true THEN ', '1', ' END')} AS x`],
  ['1,500 NOT', `RETURN ${'NOT '.repeat(1500)}true AS x`],
  ['3,000 signs', `RETURN ${'-+'.repeat(1500)}1 AS x`],
  ['100 subqueries', `${nested(100, 'CALL () { ', 'RETURN 1 AS x', ' RETURN x }')} RETURN x`],
  ['100 subqueries in an expression', `RETURN ${nested(100, 'COUNT { RETURN ', '1', ' AS x }')} AS x`],
  ['100 comprehensions', `RETURN ${nested(100, '[x IN ', '[1]', ' | x]')} AS x`],
  ['100 functions', `RETURN ${nested(100, 'toString(', '1', ')')} AS x`],
  ['100 brackets behind escapes', `RETURN ${nested(100, '\\u005b', '', '\\u005d')} AS x`],
  ['100 brackets in what seems a string', `RETURN '\\u0027${nested(100, '[', '1', ']')}//' AS x`],
  ['9,000 letters in a string', `RETURN '${'x'.repeat(9_000)}' AS x`],
  ['9,000 blanks', `RETURN 1 AS x${' '.repeat(9_000)}`],
  ['9,000 letters in a comment', `RETURN 1 AS x // ${'x'.repeat(9_000)}`],
  ['4,500 letters of three bytes', `RETURN '${'律'.repeat(4_500)}' AS x`],
];

/** Long, and no deeper than is allowed: whatever comes of it comes in time, and hurts nobody else. */
const long: [string, string][] = [
  ['2,000 sums', `RETURN 1${'+1'.repeat(2_000)} AS x`],
  ['1,000 AND', `RETURN true${' AND true'.repeat(800)} AS x`],
  ['2,000 comparisons', `RETURN 1${'=1'.repeat(2_000)} AS x`],
  ['1,500 properties of properties', `WITH {a: 1} AS n RETURN n${'.a'.repeat(1_500)} AS x`],
  ['1,500 indexes', `WITH [1] AS n RETURN n${'[0]'.repeat(1_500)} AS x`],
  ['2,000 items', `RETURN [1${', 1'.repeat(2_000)}] AS x`],
  ['400 columns', `RETURN ${Array.from({ length: 400 }, (_, index) => `1 AS c${index}`).join(', ')}`],
  ['300 UNION', `RETURN 1 AS x${' UNION RETURN 1 AS x'.repeat(300)}`],
  ['300 WITH', `WITH 1 AS x${' WITH x AS x'.repeat(300)} RETURN x`],
  [
    '200 patterns',
    `MATCH ${Array.from({ length: 200 }, (_, index) => `(n${index})`).join(', ')} RETURN 1 AS x LIMIT 1`,
  ],
  ['400 steps', `MATCH (a)${'-->()'.repeat(400)} RETURN 1 AS x LIMIT 1`],
  ['300 labels', `MATCH (n:A${'|A'.repeat(300)}) RETURN count(n) AS x`],
  ['200 optional matches', `MATCH (n)${' OPTIONAL MATCH (n)'.repeat(200)} RETURN 1 AS x LIMIT 1`],
  ['a name of 7,000 letters', `RETURN 1 AS \`${'x'.repeat(7_000)}\``],
  ['7,000 backticks', `RETURN 1 AS \`${'``'.repeat(3_500)}\``],
  ['a number of 7,000 digits', `RETURN ${'9'.repeat(7_000)} AS x`],
  ['7,000 characters of nothing', ' \n'.repeat(3_500)],
];

/** What is after the parser and the planner. */
export const parsers: Attack[] = [
  ...allOf(['refused'], tooDeep),
  ...allOf(['answered', 'cut', 'refused', 'failed', 'stopped'], long, { limits: { timeoutMs: 4_000 } }),
];
