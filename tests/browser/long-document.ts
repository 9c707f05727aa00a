import { tinyFiles } from '../seed/tiny-data-set.ts';

/** Sections, items in each, and sentences in each of these: 3,000 in all. */
const [sections, items, sentences] = [30, 10, 10];

const counted = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

const idOf = (at: string): string => `part-${at.replaceAll('.', '-')}`;

const section = (at: string): string =>
  `  - { id: ${idOf(at)}, at: ${at}, name: 部分${at}, nameEn: Part ${at}, summary: 说${at}, summaryEn: About ${at} }\n`;

const passage = (at: string, around: string): string =>
  `  - { at: ${at}, section: ${idOf(around)}, kind: sentence, opening: 一, gist: 说到${at}，${'很长'.repeat(Number(at.split('.').at(-1)) * 3)}, gistEn: Says ${at} }\n`;

const [document = '', passages = ''] = tinyFiles['passages.yaml'].split(/sections:[^]*passages:/);
/** The passages of the tiny document before its first section. */
const [opening = ''] = passages.split('  - { at: s1.head');

const addresses = counted(sections).flatMap((s) => counted(items).map((i) => `s${s}.i${i}`));

/** The nodes of a document in which nothing is counted. */
const nodes = tinyFiles['nodes.yaml'].replace('[lead.2, one-branch]', '[lead.2, jia-association]');

/** A document of thousands of passages in sections of three levels, the last of which speaks of the association. */
export const longDocument = {
  'passages.yaml': `${document}
sections:
${counted(sections)
  .flatMap((s) => [`s${s}`].concat(counted(items).flatMap((i) => [`s${s}.i${i}`, `s${s}.i${i}.p1`])))
  .map(section)
  .join('')}
passages:${opening}${addresses.flatMap((at) => counted(sentences).map((n) => passage(`${at}.p1.${n}`, `${at}.p1`))).join('')}`,
  'nodes.yaml': nodes.replace(
    '    - { at: title, quote: 甲协会简介 }',
    '    - { at: title, quote: 甲协会简介 }\n    - { at: s30.i10.p1.10, quote: 甲协会 }',
  ),
  'figures.yaml': 'figures: []\nsums: []\n',
  'scenes.yaml': '[]',
};

/** A document of one passage, without sections. */
export const shortDocument = {
  'passages.yaml': `${document}
sections: []
passages:
  - { at: text.1, kind: sentence, opening: 甲协会, gist: 甲协会及其支部, gistEn: The association and its branch }
`,
  'nodes.yaml': nodes.replaceAll(/at: (lead\.1|lead\.2|title)/g, 'at: text.1').replace('[lead.2,', '[text.1,'),
  'relationships.yaml': tinyFiles['relationships.yaml'].replaceAll('at: lead.2', 'at: text.1'),
  'figures.yaml': 'figures: []\nsums: []\n',
  'scenes.yaml': '[]',
};
