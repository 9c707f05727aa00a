import { mistake } from './mistake.ts';
import type { Mistake } from './mistake.ts';

const clauses = 'ORDER BY branch.id';

/** Every kind of mistake in a question. The tiny data set has one with blanks and Cypher of its own: branches. */
export const questionMistakes: Mistake[] = [
  mistake(
    'a question about a node that does not exist',
    ['questions.yaml', 'ids: [jia-association]', 'ids: [bing]'],
    ['near', 'there is no node bing'],
  ),
  mistake(
    'a question that wants a tree where no type is a hierarchy',
    ['ontology.yaml', 'hierarchy: true', 'hierarchy: false'],
    ['tree', 'no type is a hierarchy, which the tree needs'],
    { file: 'questions.yaml', line: '- { id: tree' },
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
  mistake(
    'a question of no subject',
    ['questions.yaml', '  - id: branches\n    subject: everything', '  - id: branches\n    subject: evrything'],
    ['branches', 'there is no subject evrything; did you mean everything?'],
    { line: 'subject: evrything' },
  ),
  mistake('a question twice', ['questions.yaml', 'id: tree,', 'id: near,'], ['near', 'the question is there twice'], {
    line: 'id: near, title: { zh: 结构',
    alone: true,
  }),
  mistake(
    'a blank without a place in the sentence',
    ['questions.yaml', '{whose}设有哪些{what}？', '设有哪些{what}？'],
    ['branches', 'the sentence has no place {whose} for the blank whose'],
    { line: '设有哪些{what}？' },
  ),
  mistake(
    'a place in the sentence without a blank',
    ['questions.yaml', 'Which {what} does', 'Which {whta} of {what} does'],
    ['branches', '{whta} is no blank; did you mean what?'],
    { line: '{whta}' },
  ),
  mistake(
    'a blank that nothing uses',
    ['questions.yaml', 'WHERE $what IN labels(branch)', 'WHERE branch.id IS NOT NULL'],
    ['branches', 'the Cypher makes no use of the blank what: it is $what there'],
    { line: 'what: { kind: label', alone: true },
  ),
  mistake(
    'a value in the Cypher that is no blank',
    ['questions.yaml', clauses, `SKIP $skip\n      ${clauses}`],
    ['branches', '$skip is no blank'],
    { line: 'cypher: |', alone: true },
  ),
  mistake(
    'a label in the Cypher that there is not',
    ['questions.yaml', '(branch:Organization)', '(branch:Organisation)'],
    ['branches', 'there is no label Organisation; did you mean Organization?'],
    { line: 'cypher: |' },
  ),
  mistake(
    'a type in the Cypher that there is not',
    ['questions.yaml', '[r:HAS_BRANCH]', '[r:HAS_BRANCHES]'],
    ['branches', 'there is no type HAS_BRANCHES; did you mean HAS_BRANCH?'],
    { line: 'cypher: |', alone: true },
  ),
  mistake(
    'a property in the Cypher that there is not',
    ['questions.yaml', 'r.since', 'r.snice'],
    ['branches', 'there is no property snice; did you mean since?'],
    { line: 'cypher: |', alone: true },
  ),
  mistake(
    'a property in a pattern of the Cypher that there is not',
    ['questions.yaml', '{id: $whose}', '{key: $whose}'],
    ['branches', 'there is no property key'],
    { line: 'cypher: |', alone: true },
  ),
  mistake(
    'Cypher that writes',
    ['questions.yaml', 'WHERE $what IN labels(branch)', 'WHERE $what IN labels(branch)\n      SET branch.kind = 1'],
    ['branches', 'a question only reads: SET is not allowed'],
    { line: 'cypher: |', alone: true },
  ),
  mistake(
    'Cypher without an order',
    ['questions.yaml', clauses, 'LIMIT 9'],
    ['branches', 'it ends without RETURN … ORDER BY'],
    { line: 'cypher: |', alone: true },
  ),
  mistake(
    'a question without a query',
    ['questions.yaml', 'query: neighbours, parameters: { ids: [jia-association] }, ', ''],
    ['near', 'it has neither a query of the catalogue nor Cypher of its own'],
    { line: '- { id: near', alone: true },
  ),
  mistake(
    'a question with two queries',
    ['questions.yaml', '    cypher: |', '    query: overview\n    cypher: |'],
    ['branches', 'it has both a query of the catalogue and Cypher of its own; leave one of the two out'],
    { line: 'cypher: |', alone: true },
  ),
  mistake(
    'parameters beside Cypher',
    ['questions.yaml', '    cypher: |', '    parameters: { limit: 3 }\n    cypher: |'],
    ['branches', 'parameters go with a query of the catalogue, while Cypher takes its values from blanks'],
    { line: 'parameters: { limit', alone: true },
  ),
  mistake('a blank of no kind', ['questions.yaml', 'kind: label', 'kind: lable'], ['branches', 'did you mean label?'], {
    line: 'kind: lable',
    alone: true,
  }),
  mistake(
    'a blank with a node that there is not',
    ['questions.yaml', 'default: jia-association', 'default: bing-association'],
    ['branches', 'there is no node bing-association'],
    { alone: true, line: 'default: bing-association' },
  ),
  mistake(
    'a blank with a node that it does not offer',
    ['questions.yaml', 'default: jia-association', 'default: lawyers'],
    ['branches', 'lawyers is none of Organization'],
    { alone: true, line: 'default: lawyers' },
  ),
  mistake(
    'a blank with a label that it does not offer',
    ['questions.yaml', 'default: Branch', 'default: Figure'],
    ['branches', 'Figure is none of the labels Organization, Branch'],
    { alone: true, line: 'default: Figure' },
  ),
  mistake(
    'a blank for labels that there are not',
    ['questions.yaml', 'labels: [Organization, Branch]', 'labels: [Organization, Brunch]'],
    ['branches', 'there is no label Brunch; did you mean Branch?'],
    { alone: true, line: 'Brunch' },
  ),
  mistake(
    'a blank for nodes with a kind of relationship that there is not',
    ['questions.yaml', 'out:HAS_BRANCH', 'out:HAS_BRANCHES'],
    ['branches', 'there is no type HAS_BRANCHES; did you mean HAS_BRANCH?'],
    { alone: true, line: 'HAS_BRANCHES' },
  ),
  mistake(
    'a blank for a number out of its range',
    [
      'questions.yaml',
      'kind: label, title: { zh: 什么, en: what }, labels: [Organization, Branch], default: Branch',
      'kind: number, title: { zh: 什么, en: what }, min: 1, max: 9, default: 10',
    ],
    ['branches', '10 is not from 1 to 9'],
    { alone: true, line: 'kind: number' },
  ),
  mistake(
    'a blank with a choice that there is not',
    [
      'questions.yaml',
      'kind: label, title: { zh: 什么, en: what }, labels: [Organization, Branch], default: Branch',
      'kind: choice, title: { zh: 什么, en: what }, choices: { Branch: { zh: 支部, en: branch } }, default: Figure',
    ],
    ['branches', 'Figure is none of the choices Branch'],
    { alone: true, line: 'kind: choice' },
  ),
];
