import { mistake } from './mistake.ts';
import type { Mistake } from './mistake.ts';

/** Mistakes in what the explorer knows of a data set: its labels, types, properties and captions. */
export const ontologyMistakes: Mistake[] = [
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
    'a type that is both in the hierarchy and beside it',
    ['ontology.yaml', 'hierarchy: true', 'hierarchy: true\n    beside: oversight'],
    ['HAS_BRANCH', 'the type is of the hierarchy, so it cannot stand beside it'],
    { line: 'beside: oversight', alone: true },
  ),
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
];
