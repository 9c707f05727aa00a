import { mistake } from './mistake.ts';
import type { Mistake } from './mistake.ts';

/** What passages.yaml ends with. */
const tooFine = '      - { quote: 每年学习2次, reason: 太细, reasonEn: too fine }\n';

/** A passage at an address that another has. */
const again = (at: string, opening: string): string =>
  `  - { at: ${at}, kind: sentence, opening: ${opening}, gist: 又, gistEn: Again }\n`;

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
    'an address again far below',
    ['passages.yaml', tooFine, `${tooFine}${again('lead.1', '甲协会成立')}`],
    ['lead.1', 'the id is there twice'],
    { line: 'gist: 又', alone: true },
  ),
  mistake(
    'an address of the end already above',
    ['passages.yaml', 'passages:\n', `passages:\n${again('s1.i1.2', '每年学习')}`],
    ['s1.i1.2', 'the id is there twice'],
    { line: '  - at: s1.i1.2', alone: true },
  ),
  mistake(
    'the address of the first passage again at the end',
    ['passages.yaml', tooFine, `${tooFine}${again('title', '甲协会简介')}`],
    ['title', 'the id is there twice'],
    { line: 'gist: 又', alone: true },
  ),
  mistake(
    'an opening of the first passage that is too long',
    ['passages.yaml', 'kind: title, opening: 甲协会简介', `kind: title, opening: 甲协会简介${'。'.repeat(40)}`],
    ['title', 'opening: a quote has at most 40 characters'],
    { line: 'at: title', alone: true },
  ),
  mistake(
    'an opening of the first passage that the document does not have',
    ['passages.yaml', 'kind: title, opening: 甲协会简介', 'kind: title, opening: 乙协会简介'],
    ['title', 'the opening 乙协会简介 is in the document not at all'],
    { line: 'at: title', alone: true },
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
