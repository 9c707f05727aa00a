import { mistake } from './mistake.ts';
import type { Mistake } from './mistake.ts';
import { tinyFiles } from './tiny-data-set.ts';

/** Mistakes in nodes and relationships: what they are, what they lead to, when they were and where they stand. */
export const graphMistakes: Mistake[] = [
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
];
