import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The text of the document that the tiny data set is of. */
export const tinyDocument = `甲协会简介

  甲协会成立于2001年5月,现有律师30名,其中男20名,女10名。甲协会设有乙支部。

  一、工作

  一是学习。每年学习2次。
`;

const tinyQuestion = 'subject: everything, description: { zh: 一问, en: A question }, isFeatured: true';

/** A data set that is right, as files: small enough to hold in the head, with one of everything. */
export const tinyFiles = {
  'ontology.yaml': `
title: { zh: 甲协会, en: The Jia Association }
subtitle: { zh: 简介, en: An introduction }
key: { label: Entity, property: id }
caption: { zh: name, en: nameEn }
summary: { zh: summary, en: summaryEn }
labels:
  - name: Organization
    title: { zh: 组织, en: Organisation }
    description: { zh: 一个组织, en: A body }
    colour: { light: '#112233', dark: '#445566' }
    icon: building
    shape: ellipse
  - name: Branch
    parent: Organization
    title: { zh: 支部, en: Branch }
    description: { zh: 一个支部, en: A branch }
    colour: { light: '#112233', dark: '#445566' }
    icon: users
    shape: ellipse
${['Figure', 'Document', 'Section', 'Passage']
  .map(
    (name) => `  - name: ${name}
    title: { zh: ${name}, en: ${name} }
    description: { zh: ${name}, en: ${name} }
    colour: { light: '#112233', dark: '#445566' }
    icon: book
    shape: tag
`,
  )
  .join('')}
types:
  - name: HAS_BRANCH
    title: { zh: 下设, en: has the branch }
    sentence: { zh: '{start}下设{end}', en: '{start} has the branch {end}' }
    ends: [{ from: Organization, to: Branch }]
    properties: [since]
    line: solid
    hierarchy: true
  - name: MEASURES
    title: { zh: 说的是, en: measures }
    sentence: { zh: '{start}说的是{end}', en: '{start} measures {end}' }
    ends: [{ from: Figure, to: Organization }]
    properties: []
    line: dotted
  - name: CITES
    title: { zh: 见于, en: cites }
    sentence: { zh: '{start}见于{end}', en: '{start} cites {end}' }
    ends: [{ from: Entity, to: Passage }]
    properties: [quote]
    line: dotted
  - name: NEXT
    title: { zh: 下一句, en: next }
    sentence: { zh: '{start}之后是{end}', en: '{start} is followed by {end}' }
    ends: [{ from: Passage, to: Passage }]
    properties: []
    line: dotted
  - name: PART_OF
    title: { zh: 属于, en: part of }
    sentence: { zh: '{start}属于{end}', en: '{start} is part of {end}' }
    ends: [{ from: Passage, to: Section }, { from: Passage, to: Document }, { from: Section, to: Document }]
    properties: []
    line: dotted
properties:
${[
  'id dataSet name nameEn pinyin initials searchText evidence quotes basis derivedFrom derivedFromEn premises address kind order citedBy facts',
  'opening summary summaryEn leftOut leftOutEn quote aliases prominence at since value unit unitEn qualifier measure',
]
  .join(' ')
  .split(' ')
  .map((name) => `  - { name: ${name}, title: { zh: ${name}, en: ${name} } }\n`)
  .join('')}
measures:
  - { name: lawyers, title: { zh: 律师人数, en: Lawyers } }
`,
  'passages.yaml': `
document:
  id: introduction
  name: 甲协会简介
  nameEn: Introduction of the Jia Association
  summary: 说甲协会是什么
  summaryEn: Says what the Jia Association is
sections:
  - { id: work, at: s1, name: 工作, nameEn: Work, summary: 说工作, summaryEn: About work }
passages:
  - { at: title, kind: title, opening: 甲协会简介, gist: 标题, gistEn: The title }
  - { at: lead.1, kind: sentence, opening: 甲协会成立, gist: 成立与人数, gistEn: Founding and size }
  - { at: lead.2, kind: sentence, opening: 甲协会设有, gist: 支部, gistEn: The branch }
  - { at: s1.head, section: work, kind: heading, opening: 一、工作, gist: 小标题, gistEn: The heading }
  - { at: s1.i1.1, section: work, kind: sentence, opening: 一是学习, gist: 学习, gistEn: Learning }
  - at: s1.i1.2
    section: work
    kind: sentence
    opening: 每年学习
    gist: 次数
    gistEn: How often
    leftOut:
      - { quote: 每年学习2次, reason: 太细, reasonEn: too fine }
`,
  'nodes.yaml': `
- id: jia-association
  labels: [Organization]
  name: 甲协会
  nameEn: Jia Association
  aliases: [律师协会]
  summary: 律师的协会
  summaryEn: An association of lawyers
  prominence: 1
  at: 2001-05
  evidence:
    - { at: lead.1, quote: 甲协会成立于2001年5月 }
    - { at: title, quote: 甲协会简介 }
- id: yi-branch
  labels: [Organization, Branch]
  name: 乙支部
  nameEn: Yi Branch
  summary: 甲协会的支部
  summaryEn: A branch of the association
  basis: derived
  derivedFrom: { zh: 由上文可知, en: It follows from the above }
  premises: [lead.2, jia-association]
  evidence: [{ at: lead.2, quote: 乙支部 }]
`,
  'relationships.yaml': `
- from: jia-association
  type: HAS_BRANCH
  to: yi-branch
  since: 2001
  evidence: [{ at: lead.2, quote: 甲协会设有乙支部 }]
`,
  'figures.yaml': `
figures:
${[
  { id: 'lawyers', quote: '律师30名', value: 30 },
  { id: 'men', quote: '男20名', value: 20 },
  { id: 'women', quote: '女10名', value: 10 },
  { id: 'one-branch', quote: '甲协会成立', value: 1 },
]
  .map(
    ({ id, quote, value }) => `  - id: ${id}
    name: ${quote}
    nameEn: Number of ${id}
    measures: jia-association
    value: ${value}
    unit: 名
    unitEn: people
    measure: lawyers
    evidence: [{ at: lead.1, quote: ${quote} }]
`,
  )
  .join('')}
sums:
  - { total: lawyers, parts: [men, women] }
  - { total: one-branch, count: { type: HAS_BRANCH, to: yi-branch } }
`,
  'questions.yaml': `
subjects:
  - { id: everything, title: { zh: 全部, en: Everything } }
questions:
  - { id: overview, title: { zh: 概览, en: Overview }, query: overview, ${tinyQuestion} }
  - { id: near, title: { zh: 周围, en: Around }, query: neighbours, parameters: { ids: [jia-association] }, ${tinyQuestion} }
  - { id: tree, title: { zh: 结构, en: Structure }, query: org-structure, layout: tree, ${tinyQuestion} }
  - id: branches
    subject: everything
    title: { zh: '{whose}设有哪些{what}？', en: 'Which {what} does {whose} have?' }
    description: { zh: 每个一行, en: A row for each }
    blanks:
      whose: { kind: node, title: { zh: 谁, en: whose }, labels: [Organization], kinds: ['out:HAS_BRANCH'], default: jia-association }
      what: { kind: label, title: { zh: 什么, en: what }, labels: [Organization, Branch], default: Branch }
    cypher: |
      MATCH (n:Entity {id: $whose})-[r:HAS_BRANCH]->(branch:Organization)
      WHERE $what IN labels(branch)
      RETURN branch, r.since AS since
      ORDER BY branch.id
`,
  'positions.yaml': `
jia-association: { x: 0, y: 0 }
yi-branch: { x: 100, y: 50 }
`,
  'scenes.yaml': `
- id: first
  title: { zh: 开头, en: The beginning }
  caption: { zh: 甲协会有30人。, en: The Jia Association has 30 people. }
  notes: { zh: 先讲它。, en: Begin with it. }
  query: among
  parameters:
    ids: [jia-association, lawyers]
    avoid: [CITES]
  steps:
    - { kind: keep, ids: [jia-association, lawyers] }
  positions:
    lawyers: { x: 0, y: 90 }
  focus: [jia-association]
  filters:
    labelsOff: [Branch]
    typesOff: [NEXT]
    facet: yi-branch
  camera: focus
  evidence:
    - lawyers
    - passage-lead-1
- id: second
  title: { zh: 结尾, en: The end }
  caption: { zh: 设有乙支部。, en: It has the Yi Branch. }
  notes: { zh: 就这些。, en: That is all. }
  query: question-branches
  parameters: { whose: jia-association }
  evidence: [yi-branch]
- title: { zh: 数字, en: Numbers }
  id: third
  caption: { zh: 人数。, en: Its size. }
  notes: { zh: 数一数。, en: Count them. }
  query: figures
  parameters: { measure: lawyers }
  layout: concentric
  evidence: [men]
`,
};

export type TinyFiles = Record<keyof typeof tinyFiles, string>;

/** A change of one file: what stands there once, and what is to stand there instead. */
export interface Change {
  file: keyof TinyFiles;
  find: string;
  put: string;
}

/** The tiny data set with changes. Throws where `find` does not stand in the file exactly once. */
export function changed(changes: Change[]): TinyFiles {
  const copy = { ...tinyFiles };
  for (const { file, find, put } of changes) {
    const parts = copy[file].split(find);
    if (parts.length !== 2) throw new Error(`${find} stands ${parts.length - 1} times in ${file}`);
    copy[file] = parts.join(put);
  }
  return copy;
}

/** Writes files into a temporary folder `tiny` for as long as `use` runs. */
export async function withDataSet<T>(contents: Partial<TinyFiles>, use: (folder: string) => Promise<T>): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'data-set-'));
  const folder = join(parent, 'tiny');
  try {
    await mkdir(folder);
    await Promise.all(Object.entries(contents).map(([name, text]) => writeFile(join(folder, name), text)));
    return await use(folder);
  } finally {
    await rm(parent, { recursive: true });
  }
}
