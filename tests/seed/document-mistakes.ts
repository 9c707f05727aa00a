import { mistake } from './mistake.ts';
import type { Mistake } from './mistake.ts';

/** Mistakes in the sections and passages of the document, and in its text. */
export const documentMistakes: Mistake[] = [
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
];
