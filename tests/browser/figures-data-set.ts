import { tinyFolder } from './tiny-folder.ts';

const figure = (id: string, value: number, more: string, unit = '名'): string => `
  - id: ${id}
    name: 关于${id}
    nameEn: About ${id}
    measures: jia-association
    value: ${value}
    unit: ${unit}
    unitEn: people
    measure: lawyers
    evidence: [{ at: lead.1, quote: 现有律师30名 }]
    ${more}`;

/**
 * A document that contradicts itself: two numbers of lawyers, and parts that do not come to the total of 2001. It has twenty
 * other numbers, none of which can be compared with another.
 */
export const contradictory = `
figures:${figure('lawyers', 30, 'at: 2010')}${figure('other-lawyers', 32, 'at: 2010')}
${figure('all', 30, 'at: 2001')}${figure('men', 21, 'at: 2001')}${figure('women', 10, 'at: 2001')}
${Array.from({ length: 20 }, (_, index) => figure(`kind-${index}`, index, 'at: 2001', `${index}号`)).join('')}
sums:
  - { total: all, parts: [men, women], comesOut: false }
`;

/** A document without a number. */
export const withoutFigures = 'figures: []\nsums: []\n';

/** The folder of the tiny data set without its scenes and with other figures, for as long as the tests of a file run. */
export const dataSetWithFigures = (figures: string): string =>
  tinyFolder({ 'scenes.yaml': '[]', 'figures.yaml': figures });
