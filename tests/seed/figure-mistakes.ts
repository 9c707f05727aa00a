import { mistake } from './mistake.ts';
import type { Mistake } from './mistake.ts';

/** Mistakes in figures and in what they add up to. */
export const figureMistakes: Mistake[] = [
  mistake(
    'a figure of a node that does not exist',
    [
      'figures.yaml',
      'nameEn: Number of women\n    measures: jia-association',
      'nameEn: Number of women\n    measures: bing',
    ],
    ['women', 'there is no node bing'],
    { line: 'measures: bing' },
  ),
  mistake(
    'an unknown measure',
    [
      'figures.yaml',
      'unitEn: people\n    measure: lawyers\n    evidence: [{ at: lead.1, quote: 男20名 }]',
      'unitEn: people\n    measure: judges\n    evidence: [{ at: lead.1, quote: 男20名 }]',
    ],
    ['men', 'there is no measure judges'],
    { line: 'measure: judges' },
  ),
  mistake(
    'parts that do not add up',
    ['figures.yaml', 'value: 20', 'value: 21'],
    [
      'lawyers',
      'the sum does not come out: 21 + 10 is 31, not the total 30 (lead.1): men 21 (lead.1), women 10 (lead.1)',
    ],
    { line: '- { total: lawyers' },
  ),
  mistake(
    'relationships that do not come to the total',
    ['figures.yaml', 'value: 1\n', 'value: 2\n'],
    ['one-branch', 'the sum does not come out: 1 times HAS_BRANCH to yi-branch, not the total 2 (lead.1)'],
    { line: '- { total: one-branch', alone: true },
  ),
  mistake(
    'a sum of a figure that does not exist',
    ['figures.yaml', 'parts: [men, women]', 'parts: [men, children]'],
    ['lawyers', 'there is no figure children'],
    { alone: true },
  ),
  mistake(
    'a sum that comes out, though it is said not to',
    ['figures.yaml', 'parts: [men, women] }', 'parts: [men, women], comesOut: false }'],
    ['lawyers', 'the sum does come out'],
    { line: '- { total: lawyers', alone: true },
  ),
  mistake(
    'a count that is said not to come out',
    ['figures.yaml', 'to: yi-branch } }', 'to: yi-branch }, comesOut: false }'],
    ['one-branch', 'only a sum of parts may have comesOut: false'],
    { line: '- { total: one-branch', alone: true },
  ),
  mistake(
    'a sum of nothing',
    ['figures.yaml', ', count: { type: HAS_BRANCH, to: yi-branch }', ''],
    ['one-branch', 'a sum has either parts or count'],
    { line: '- { total: one-branch' },
  ),
  mistake(
    'a sum whose parts are no list',
    ['figures.yaml', 'parts: [men, women]', 'parts: men'],
    ['lawyers', 'parts: expected array, received string, not "men"'],
    { alone: true },
  ),
];
