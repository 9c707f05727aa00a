import { mistake } from './mistake.ts';
import type { Mistake } from './mistake.ts';

const quote41 = '甲'.repeat(41);

/** Mistakes in what facts rest on: quotes of the document, and what they are derived from. */
export const evidenceMistakes: Mistake[] = [
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
    'a basis that there is not',
    ['nodes.yaml', 'basis: derived', 'basis: derivd'],
    ['yi-branch', 'basis: invalid option: expected one of "stated"|"derived", not "derivd"; did you mean derived?'],
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
];
