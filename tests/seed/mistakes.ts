import { mistake } from './mistake.ts';
import type { Mistake } from './mistake.ts';
import { questionMistakes } from './question-mistakes.ts';
import { sceneMistakes } from './scene-mistakes.ts';
import { tinyFiles } from './tiny-data-set.ts';

const quote41 = '甲'.repeat(41);

/** Every kind of mistake that reading finds. */
export const mistakes: Mistake[] = [
  mistake(
    'an unknown label',
    ['nodes.yaml', 'labels: [Organization]', 'labels: [Company]'],
    ['jia-association', 'there is no label Company'],
    { alone: true },
  ),
  mistake(
    'a finer label without its parent',
    ['nodes.yaml', 'labels: [Organization, Branch]', 'labels: [Branch]'],
    ['yi-branch', 'Branch needs the parent label Organization beside it'],
  ),
  mistake(
    'a label twice',
    ['nodes.yaml', 'labels: [Organization]', 'labels: [Organization, Organization]'],
    ['jia-association', 'a label is there twice: Organization, Organization'],
  ),
  mistake(
    'a missing parent label',
    ['ontology.yaml', 'parent: Organization', 'parent: Institution'],
    ['Branch', 'there is no label Institution'],
    { alone: true },
  ),
  mistake(
    'an icon that the page does not have',
    ['ontology.yaml', 'icon: building', 'icon: buildin'],
    ['Organization', 'icon: the page has no such icon, not "buildin"; did you mean building?'],
    { alone: true },
  ),
  mistake(
    'a label that is its own parent',
    ['ontology.yaml', 'parent: Organization', 'parent: Branch'],
    ['Branch', 'the label is its own parent'],
    { alone: true },
  ),
  mistake(
    'the key label among the labels',
    [
      'ontology.yaml',
      '- name: Section\n',
      `- name: Entity
    title: { zh: 实体, en: Entity }
    description: { zh: 实体, en: Entity }
    colour: { light: '#112233', dark: '#445566' }
    icon: book
    shape: tag
  - name: Section
`,
    ],
    ['Entity', 'the key label is no label of its own'],
    { line: '- name: Entity' },
  ),
  mistake(
    'an unknown type',
    ['relationships.yaml', 'type: HAS_BRANCH', 'type: OWNS'],
    ['jia-association.OWNS.yi-branch', 'there is no type OWNS'],
    { alone: true },
  ),
  mistake(
    'ends that the type does not allow',
    ['relationships.yaml', 'from: jia-association', 'from: introduction'],
    ['introduction.HAS_BRANCH.yi-branch', 'HAS_BRANCH is not allowed from Document to Organization, Branch'],
    { line: 'type: HAS_BRANCH', alone: true },
  ),
  mistake(
    'a type that is both in the hierarchy and beside it',
    ['ontology.yaml', 'hierarchy: true', 'hierarchy: true\n    beside: oversight'],
    ['HAS_BRANCH', 'the type is of the hierarchy, so it cannot stand beside it'],
    { line: 'beside: oversight', alone: true },
  ),
  mistake(
    'a property that the type does not have',
    ['relationships.yaml', 'since: 2001', 'until: 2001'],
    ['jia-association.HAS_BRANCH.yi-branch', 'the type HAS_BRANCH has no property until'],
    { alone: true },
  ),
  mistake(
    'an id that no node has',
    ['relationships.yaml', 'to: yi-branch', 'to: bing-branch'],
    ['jia-association.HAS_BRANCH.bing-branch', 'there is no node bing-branch'],
    { alone: true },
  ),
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
  {
    name: 'a relationship twice',
    changes: [
      {
        file: 'relationships.yaml',
        find: tinyFiles['relationships.yaml'],
        put: `${tinyFiles['relationships.yaml']}${tinyFiles['relationships.yaml'].replace('association', 'association # again')}`,
      },
      {
        file: 'figures.yaml',
        find: '  - { total: one-branch, count: { type: HAS_BRANCH, to: yi-branch } }\n',
        put: '',
      },
    ],
    problem: {
      file: 'relationships.yaml',
      line: '- from: jia-association # again',
      id: 'jia-association.HAS_BRANCH.yi-branch',
      message: 'the relationship is there twice, word for word',
    },
    alone: true,
  },
  mistake(
    'an id twice',
    ['passages.yaml', 'id: introduction', 'id: yi-branch'],
    ['yi-branch', 'the id is there twice'],
    { file: 'nodes.yaml', line: '- id: yi-branch', alone: true },
  ),
  mistake(
    'no evidence',
    ['nodes.yaml', '  evidence: [{ at: lead.2, quote: 乙支部 }]\n', ''],
    ['yi-branch', 'evidence is missing'],
    { line: '- id: yi-branch', alone: true },
  ),
  mistake(
    'empty evidence',
    ['nodes.yaml', 'evidence: [{ at: lead.2, quote: 乙支部 }]', 'evidence: []'],
    ['yi-branch', 'evidence: there is no evidence'],
    { alone: true },
  ),
  mistake(
    'an unknown address',
    ['nodes.yaml', 'at: title, quote', 'at: title.7, quote'],
    ['jia-association', 'there is no passage at title.7'],
  ),
  mistake(
    'a quote that is too long',
    ['relationships.yaml', '甲协会设有乙支部', quote41],
    ['jia-association.HAS_BRANCH.yi-branch', `evidence[0].quote: a quote has at most 40 characters, not "${quote41}"`],
  ),
  mistake(
    'a quote that the document does not have there',
    ['nodes.yaml', 'quote: 甲协会成立于2001年5月', 'quote: 甲协会创立于2001年5月'],
    ['jia-association', 'the quote is not at lead.1: 甲协会创立于2001年5月'],
  ),
  mistake(
    'a clause left out that the document does not have there',
    ['passages.yaml', 'quote: 每年学习2次', 'quote: 每月学习2次'],
    ['s1.i1.2', 'not at s1.i1.2: 每月学习2次'],
  ),
  mistake(
    'an opening that the document does not have',
    ['passages.yaml', 'opening: 一、工作', 'opening: 二、工作'],
    ['s1.head', 'the opening 二、工作 is in the document not at all'],
  ),
  {
    name: 'a document that begins before its first passage',
    changes: [
      { file: 'passages.yaml', find: 'kind: title, opening: 甲协会简介', put: 'kind: title, opening: 协会简介' },
      { file: 'nodes.yaml', find: 'quote: 甲协会简介', put: 'quote: 协会简介' },
    ],
    problem: {
      file: 'passages.yaml',
      line: 'at: title',
      id: 'title',
      message: 'the document has text before it: 甲',
    },
  },
  mistake(
    'a text of the document that is not in the folder',
    ['passages.yaml', '  name: 甲协会简介', '  text: nowhere.txt\n  name: 甲协会简介'],
    ['introduction', 'there is no file nowhere.txt in the folder'],
    { line: 'text: nowhere.txt' },
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
    'a derived fact that does not say from what',
    ['nodes.yaml', '  derivedFrom: { zh: 由上文可知, en: It follows from the above }\n', ''],
    ['yi-branch', 'it is derived, but derivedFrom does not say from what'],
    { line: 'basis: derived' },
  ),
  mistake(
    'a derived fact that says in one language only from what',
    ['nodes.yaml', 'derivedFrom: { zh: 由上文可知, en: It follows from the above }', 'derivedFrom: { zh: 由上文可知 }'],
    ['yi-branch', 'derivedFrom.en is missing; it is in English'],
    { alone: true },
  ),
  mistake(
    'a text in braces with a comma',
    ['nodes.yaml', 'en: It follows from the above }', 'en: It follows, from the above }'],
    ['yi-branch', 'the key from the above is unknown; a text with a comma in it goes in quotes'],
    { alone: true },
  ),
  mistake(
    'a basis that there is not',
    ['nodes.yaml', 'basis: derived', 'basis: derivd'],
    ['yi-branch', 'basis: invalid option: expected one of "stated"|"derived", not "derivd"; did you mean derived?'],
    { alone: true },
  ),
  mistake(
    'a sum whose parts are no list',
    ['figures.yaml', 'parts: [men, women]', 'parts: men'],
    ['lawyers', 'parts: expected array, received string, not "men"'],
    { alone: true },
  ),
  mistake(
    'a stated fact that says from what it is derived',
    ['nodes.yaml', 'basis: derived', 'basis: stated'],
    ['yi-branch', 'derivedFrom goes with basis: derived'],
    { line: 'derivedFrom:', alone: true },
  ),
  mistake(
    'a derived fact without premises',
    ['nodes.yaml', '  premises: [lead.2, jia-association]\n', ''],
    ['yi-branch', 'it is derived, but names no premises'],
    { line: 'basis: derived', alone: true },
  ),
  mistake(
    'a premise that does not exist',
    ['nodes.yaml', 'premises: [lead.2, jia-association]', 'premises: [lead.2, jia-asociation]'],
    ['yi-branch', 'there is no node, relationship or passage jia-asociation; did you mean jia-association?'],
  ),
  mistake(
    'a premise twice',
    ['nodes.yaml', 'premises: [lead.2, jia-association]', 'premises: [lead.2, lead.2]'],
    ['yi-branch', 'the premise lead.2 is there twice'],
    { alone: true },
  ),
  mistake(
    'a fact that is its own premise',
    ['nodes.yaml', 'premises: [lead.2, jia-association]', 'premises: [yi-branch]'],
    ['yi-branch', 'it is its own premise'],
    { alone: true },
  ),
  mistake(
    'a number of a relationship that comes once',
    ['nodes.yaml', 'premises: [lead.2, jia-association]', 'premises: [jia-association.HAS_BRANCH.yi-branch.2]'],
    ['yi-branch', 'there is no node, relationship or passage jia-association.HAS_BRANCH.yi-branch.2'],
    { alone: true },
  ),
  {
    name: 'facts that follow from each other',
    changes: [
      { file: 'nodes.yaml', find: 'premises: [lead.2, jia-association]', put: 'premises: [one-branch]' },
      {
        file: 'figures.yaml',
        find: '    evidence: [{ at: lead.1, quote: 甲协会成立 }]',
        put: `    basis: derived
    derivedFrom: { zh: 由支部可知, en: It follows from the branch }
    premises: [yi-branch]
    evidence: [{ at: lead.1, quote: 甲协会成立 }]`,
      },
    ],
    problem: {
      file: 'figures.yaml',
      line: 'premises: [yi-branch]',
      id: 'one-branch',
      message: 'it follows from itself: one-branch from yi-branch from one-branch',
    },
    alone: true,
  },
  mistake(
    'premises of a stated fact',
    [
      'relationships.yaml',
      'evidence: [{ at: lead.2, quote: 甲协会设有乙支部 }]',
      'premises: [title]\n  evidence: [{ at: lead.2, quote: 甲协会设有乙支部 }]',
    ],
    ['jia-association.HAS_BRANCH.yi-branch', 'premises go with basis: derived'],
    { line: 'premises: [title]', alone: true },
  ),
  mistake(
    'a question about a node that does not exist',
    ['questions.yaml', 'id: jia-association', 'id: bing'],
    ['near', 'there is no node bing'],
  ),
  mistake(
    'a question that wants a tree where no type is a hierarchy',
    ['ontology.yaml', 'hierarchy: true', 'hierarchy: false'],
    ['tree', 'no type is a hierarchy, which the tree needs'],
    { file: 'questions.yaml', line: '- { id: tree' },
  ),
  mistake(
    'a position of a node that does not exist',
    ['positions.yaml', 'yi-branch:', 'bing-branch:'],
    ['bing-branch', 'there is no node bing-branch'],
  ),
  mistake(
    'a position that is no point',
    ['positions.yaml', 'jia-association: { x: 0, y: 0 }', 'jia-association: { x: 0, y: left }'],
    ['jia-association', 'y: expected number, received string, not "left"'],
  ),
  mistake(
    'a position of what is no id',
    ['positions.yaml', 'yi-branch:', 'Yi_Branch:'],
    ['Yi_Branch', 'Yi_Branch: an id is lower-case words joined by hyphens; it is what links name it by'],
    { alone: true },
  ),
  mistake(
    'a passage out of order',
    ['passages.yaml', 'at: s1.i1.1,', 'at: s1.i1.3,'],
    ['s1.i1.2', 'the passage is out of order: it stands after s1.i1.3'],
    { line: 'at: s1.i1.2', alone: true },
  ),
  mistake(
    'an address twice',
    ['passages.yaml', '- { at: s1.i1.1, section', '- { at: s1.i1.2, section'],
    ['s1.i1.2', 'the id is there twice'],
    { line: '- at: s1.i1.2', alone: true },
  ),
  mistake(
    'an unknown section',
    ['passages.yaml', 's1.i1.1, section: work', 's1.i1.1, section: play'],
    ['s1.i1.1', 'there is no section play'],
    { line: 'section: play' },
  ),
  mistake(
    'a section elsewhere',
    ['passages.yaml', '{ at: lead.1, ', '{ at: lead.1, section: work, '],
    ['lead.1', 'the section work has passages at s1, not here'],
    { line: 'at: lead.1' },
  ),
  mistake(
    'a section without passages',
    [
      'passages.yaml',
      'passages:\n',
      '  - { id: rest, at: s2, name: 余, nameEn: Rest, summary: 余, summaryEn: Rest }\npassages:\n',
    ],
    ['rest', 'no passage is at s2'],
    { line: 'id: rest' },
  ),
  mistake(
    'a section out of order',
    [
      'passages.yaml',
      'passages:\n',
      '  - { id: lead, at: lead, name: 首, nameEn: Lead, summary: 首, summaryEn: Lead }\npassages:\n',
    ],
    ['lead', 'the section is out of order: it stands after work'],
    { line: 'id: lead', alone: true },
  ),
  mistake(
    'a month that does not exist',
    ['nodes.yaml', 'at: 2001-05', 'at: 2006-13'],
    [
      'jia-association',
      'at: a date is a real one in ISO 8601, as precise as stated, such as 2006, 2006-05 or 2006-05-31, not "2006-13"',
    ],
  ),
  mistake(
    'a period that ends before it begins',
    ['nodes.yaml', 'at: 2001-05', 'period: 2006/2005'],
    [
      'jia-association',
      'period: a period is two ISO 8601 dates, the earlier first, joined by /; an open end is empty, not "2006/2005"',
    ],
    { alone: true },
  ),
  mistake(
    'a key that is unknown',
    ['nodes.yaml', 'prominence: 1', 'importance: 1'],
    ['jia-association', 'the key importance is unknown; the keys are id, labels, name, nameEn, '],
  ),
  mistake(
    'a value of the wrong kind',
    ['figures.yaml', 'value: 30', 'value: thirty'],
    ['lawyers', 'value: expected number, received string, not "thirty"'],
    { alone: true },
  ),
  mistake(
    'an id that is no slug',
    ['questions.yaml', 'id: overview', 'id: [overview]'],
    ['questions', 'id: expected string, received array'],
    { line: 'id: [overview]' },
  ),
  mistake(
    'too few questions for the first page',
    [
      'questions.yaml',
      'query: overview, subject: everything, description: { zh: 一问, en: A question }, isFeatured: true',
      'query: overview, subject: everything, description: { zh: 一问, en: A question }',
    ],
    ['questions', 'from 3 to 5 questions have isFeatured: true, for the first page'],
    { line: 'questions:', alone: true },
  ),
  ...questionMistakes,
  ...sceneMistakes,
  mistake(
    'a label without its title',
    ['ontology.yaml', '    title: { zh: 支部, en: Branch }\n', ''],
    ['Branch', 'title is missing'],
    { line: '- name: Branch' },
  ),
  {
    name: 'a key label that the queries do not look for',
    changes: [
      {
        file: 'ontology.yaml',
        find: 'key: { label: Entity, property: id }',
        put: 'key: { label: Thing, property: id }',
      },
      { file: 'ontology.yaml', find: '{ from: Entity, to: Passage }', put: '{ from: Thing, to: Passage }' },
    ],
    problem: {
      file: 'ontology.yaml',
      line: 'key: { label: Thing, property: id }',
      id: 'key',
      message: 'the key label is Thing, but the queries look for Entity',
    },
    alone: true,
  },
  mistake(
    'a key property that the queries do not look for',
    ['ontology.yaml', 'key: { label: Entity, property: id }', 'key: { label: Entity, property: slug }'],
    ['key', 'the key property is slug, but the queries look for id'],
  ),
  mistake(
    'a caption that not every node has',
    ['ontology.yaml', 'caption: { zh: name, en: nameEn }', 'caption: { zh: name, en: title }'],
    ['caption', 'the caption is missing: not every node has a property title'],
  ),
  mistake(
    'a label that the structure needs',
    ['ontology.yaml', 'name: Section\n    title', 'name: Chapter\n    title'],
    ['labels', 'the label Section is missing'],
    { line: 'labels:', alone: true },
  ),
  mistake(
    'ends that the structure needs',
    ['ontology.yaml', 'ends: [{ from: Passage, to: Passage }]', 'ends: [{ from: Figure, to: Passage }]'],
    ['NEXT', 'the ends from Passage to Passage are missing'],
  ),
  mistake(
    'a property that nothing says how to show',
    ['ontology.yaml', '  - { name: pinyin, title: { zh: pinyin, en: pinyin } }\n', ''],
    ['properties', 'the property pinyin is missing'],
    { line: 'properties:' },
  ),
  mistake(
    'a property of a type that is unknown',
    ['ontology.yaml', 'properties: [quote]', 'properties: [quote, page]'],
    ['CITES', 'there is no property page'],
  ),
  mistake(
    'a sentence without one of its ends',
    ['ontology.yaml', "zh: '{start}下设{end}'", "zh: '下设{end}'"],
    ['HAS_BRANCH', 'the sentence has no {start}'],
    { line: "zh: '下设{end}'" },
  ),
  mistake(
    'a type between labels that do not exist',
    ['ontology.yaml', 'ends: [{ from: Figure, to: Organization }]', 'ends: [{ from: Figure, to: Company }]'],
    ['MEASURES', 'there is no label Company'],
    { alone: true },
  ),
  mistake(
    'a caption made of a property that does not exist',
    ['ontology.yaml', '    icon: building', "    icon: building\n    caption: { zh: '{nmae}', en: '{name}' }"],
    ['Organization', 'there is no property nmae; did you mean name?'],
    { line: '{nmae}' },
  ),
  mistake(
    'YAML that is none',
    ['relationships.yaml', 'evidence: [{ at: lead.2', 'evidence: [{{ at: lead.2'],
    ['jia-association.HAS_BRANCH.yi-branch', 'the YAML is wrong: '],
    { alone: true },
  ),
  mistake(
    'a key twice',
    ['positions.yaml', 'yi-branch:', 'jia-association:'],
    ['jia-association', 'the key jia-association is there twice'],
    { line: 'jia-association: { x: 100', alone: true },
  ),
];
