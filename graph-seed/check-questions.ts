import type { Blank, Question } from '../server/contract/data-set/question.ts';
import { blankProblems } from './check-blanks.ts';
import { duplicates } from './check-graph.ts';
import { namesInCypher } from './cypher-names.ts';
import type { Entry } from './entries.ts';
import type { Known } from './known.ts';
import { hint } from './hint.ts';
import type { Seed } from './read-files.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';
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
      ...subjectProblems(entry, known),
      ...sentenceProblems(entry),
      ...answerProblems(entry),
      ...cypherProblems(entry, known),
      ...blankProblems(entry, known),
    ]),
  ];
}

type QuestionEntry = Entry<Partial<Question>>;

function subjectProblems({ value: { subject }, problem }: QuestionEntry, known: Known): SeedProblem[] {
  return subject === undefined ? [] : known.unknown('subject', subject).map((flaw) => problem(flaw, 'subject'));
}

/** A sentence has a place for each blank, in both languages, and no other places. */
function sentenceProblems({ value: { title, blanks }, problem }: QuestionEntry): SeedProblem[] {
  if (!blanks) return [];
  const names = Object.keys(blanks);
  return Object.entries(title ?? {}).flatMap(([language, sentence]) => {
    const places = new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
    const missing = names.filter((name) => !places.has(name));
    const strange = [...places].filter((name) => !names.includes(name));
    const flaws = [
      ...missing.map((name): Flaw => {
        return { code: 'blank-without-place', message: `the sentence has no place {${name}} for the blank ${name}` };
      }),
      ...strange.map((name): Flaw => {
        return { code: 'place-without-blank', message: `{${name}} is no blank`, hint: () => hint(name, names) };
      }),
    ];
    return flaws.map((flaw) => problem(flaw, 'title', language));
  });
}

/** A question is answered by a query of the catalogue, or by Cypher of its own. */
function answerProblems({ value: { query, parameters, cypher }, isWrong, problem }: QuestionEntry): SeedProblem[] {
  const hasParameters = Object.keys(parameters ?? {}).length > 0;
  if (isWrong('query') || isWrong('cypher')) return [];
  if (query === undefined && cypher === undefined) {
    return [problem({ code: 'no-query', message: 'it has neither a query of the catalogue nor Cypher of its own' })];
  }
  if (query !== undefined && cypher !== undefined) {
    const message = 'it has both a query of the catalogue and Cypher of its own';
    return [problem({ code: 'two-queries', message }, 'cypher')];
  }
  if (cypher === undefined || !hasParameters) return [];
  const message = 'parameters go with a query of the catalogue, while Cypher takes its values from blanks';
  return [problem({ code: 'parameters-beside-cypher', message }, 'parameters')];
}

function cypherProblems({ value: { cypher, blanks }, problem }: QuestionEntry, known: Known): SeedProblem[] {
  if (cypher === undefined || !blanks) return [];
  const { labels, types, properties, parameters, words } = namesInCypher(cypher);
  const names = Object.keys(blanks);
  const flaws = [
    ...[...labels].filter((label) => label !== structureKey.label).flatMap((label) => known.unknown('label', label)),
    ...[...types].flatMap((type) => known.unknown('type', type)),
    ...[...properties].flatMap((property) => known.unknown('property', property)),
    ...[...parameters].filter((name) => name !== dataSetParameter && !names.includes(name)).map(noBlank),
    ...forbidden
      .filter((word) => words.has(word))
      .map((word): Flaw => ({ code: 'cypher-writes', message: `a question only reads: ${word} is not allowed` })),
    ...(/\bRETURN\b[\s\S]*\bORDER BY\b/.test(cypher) ? [] : [unordered]),
  ];
  return [
    ...flaws.map((flaw) => problem(flaw, 'cypher')),
    ...names.filter((name) => !parameters.has(name)).map((name) => unusedBlank(name, blanks, problem)),
  ];

  function noBlank(name: string): Flaw {
    return { code: 'cypher-without-blank', message: `$${name} is no blank`, hint: () => hint(name, names) };
  }
}

const unordered: Flaw = {
  code: 'cypher-unordered',
  message: 'it ends without RETURN … ORDER BY: only rows in order, down to an id, are the same on both engines',
};

function unusedBlank(
  name: string,
  blanks: Readonly<Record<string, Blank>>,
  problem: QuestionEntry['problem'],
): SeedProblem {
  const others = Object.keys(blanks).length;
  const which = others > 1 ? ` ${name}` : '';
  const message = `the Cypher makes no use of the blank${which}: it is $${name} there`;
  return problem({ code: 'blank-unused', message }, 'blanks', name);
}
