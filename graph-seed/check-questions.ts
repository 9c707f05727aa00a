import type { Blank, Question } from '../server/contract.ts';
import { blankProblems } from './check-blanks.ts';
import { duplicates } from './check-graph.ts';
import { namesInCypher } from './cypher-names.ts';
import type { Entry } from './entries.ts';
import type { Known } from './known.ts';
import { hint } from './hint.ts';
import type { Seed } from './read-files.ts';
import type { SeedProblem } from './seed-error.ts';
import { structureKey } from './structure.ts';

/** Clauses that do more than read; a question is answered as a named query is, without the checks of typed ones. */
const forbidden = [
  'CREATE',
  'MERGE',
  'SET',
  'DELETE',
  'DETACH',
  'REMOVE',
  'FOREACH',
  'DROP',
  'INSERT',
  'LOAD',
  'CALL',
  'USE',
];

/** Always there without being a blank. */
const dataSetParameter = 'dataSet';

/** Checks that a question can be asked: its sentence has its blanks, and its Cypher names what there is, and only reads. */
export function checkQuestions(seed: Seed, known: Known): SeedProblem[] {
  return [
    ...duplicates(seed.subjects.entries, 'the subject'),
    ...duplicates(seed.questions.entries, 'the question'),
    ...seed.questions.entries.flatMap((entry) => [
      ...subjectProblems(entry, seed),
      ...sentenceProblems(entry),
      ...answerProblems(entry),
      ...cypherProblems(entry, seed, known),
      ...blankProblems(entry, seed, known),
    ]),
  ];
}

type QuestionEntry = Entry<Partial<Question>>;

function subjectProblems({ value: { subject }, problem }: QuestionEntry, { subjects }: Seed): SeedProblem[] {
  if (subject === undefined || !subjects.complete || subjects.keys.has(subject)) return [];
  return [problem(`there is no subject ${subject}; the subjects are ${[...subjects.keys].join(', ')}`, 'subject')];
}

/** A sentence has a place for each blank, in both languages, and no other places. */
function sentenceProblems({ value: { title, blanks }, problem }: QuestionEntry): SeedProblem[] {
  if (!blanks) return [];
  const names = Object.keys(blanks);
  return Object.entries(title ?? {}).flatMap(([language, sentence]) => {
    const places = new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
    const missing = names.filter((name) => !places.has(name));
    const strange = [...places].filter((name) => !names.includes(name));
    const messages = missing
      .map((name) => `the sentence has no place {${name}} for the blank ${name}`)
      .concat(strange.map((name) => `{${name}} is no blank${hint(name, names)}`));
    return messages.map((message) => problem(message, 'title', language));
  });
}

/** A question is answered by a query of the catalogue, or by Cypher of its own. */
function answerProblems({ value: { query, parameters, cypher }, problem }: QuestionEntry): SeedProblem[] {
  const hasParameters = Object.keys(parameters ?? {}).length > 0;
  if (query === undefined && cypher === undefined) {
    return [problem('it has neither a query of the catalogue nor Cypher of its own')];
  }
  if (query !== undefined && cypher !== undefined) {
    return [problem('it has both a query of the catalogue and Cypher of its own: leave one out', 'cypher')];
  }
  return cypher !== undefined && hasParameters
    ? [problem('parameters go with a query of the catalogue; Cypher takes its values from blanks', 'parameters')]
    : [];
}

function cypherProblems(
  { value: { cypher, blanks }, problem }: QuestionEntry,
  seed: Seed,
  known: Known,
): SeedProblem[] {
  if (cypher === undefined || !blanks) return [];
  const { labels, types, properties, parameters, words } = namesInCypher(cypher);
  const wrong = (message: string): SeedProblem => problem(message, 'cypher');
  const names = Object.keys(blanks);
  return [
    ...unknownNames(labels, (label) => label === structureKey.label || known.hasLabel(label)).map((label) =>
      wrong(`there is no label ${label}${hint(label, seed.labels.keys)}`),
    ),
    ...unknownNames(types, (type) => known.hasType(type)).map((type) =>
      wrong(`there is no type ${type}${hint(type, seed.types.keys)}`),
    ),
    ...unknownNames(properties, (property) => known.hasProperty(property)).map((property) =>
      wrong(`there is no property ${property}${hint(property, seed.properties.keys)}`),
    ),
    ...unknownNames(parameters, (name) => name === dataSetParameter || names.includes(name)).map((name) =>
      wrong(`$${name} is no blank${hint(name, names)}`),
    ),
    ...names.filter((name) => !parameters.has(name)).map((name) => unusedBlank(name, blanks, problem)),
    ...forbidden
      .filter((word) => words.has(word))
      .map((word) => wrong(`a question only reads: ${word} is not allowed`)),
    ...(/\bRETURN\b[\s\S]*\bORDER BY\b/.test(cypher)
      ? []
      : [wrong('it ends without RETURN … ORDER BY: only rows in order, down to an id, are the same on both engines')]),
  ];
}

function unusedBlank(
  name: string,
  blanks: Readonly<Record<string, Blank>>,
  problem: QuestionEntry['problem'],
): SeedProblem {
  const others = Object.keys(blanks).length;
  const which = others > 1 ? ` ${name}` : '';
  return problem(`the Cypher makes no use of the blank${which}: it is $${name} there`, 'blanks', name);
}

function unknownNames(names: Iterable<string>, isKnown: (name: string) => boolean): string[] {
  return [...names].filter((name) => !isKnown(name));
}
