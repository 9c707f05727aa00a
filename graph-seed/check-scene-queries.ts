import type { z } from 'zod';
import type { Question } from '../server/contract/data-set/question.ts';
import type { Json } from '../server/contract/json.ts';
import { catalogue } from '../server/queries/catalogue.ts';
import { questionParameters } from '../server/queries/question-queries.ts';
import { hint } from './hint.ts';
import { lowerFirst } from './schema-problems.ts';
import type { Known } from './known.ts';
import type { NameKind } from './names.ts';
import type { Seed } from './read-files.ts';
import { unknownIn } from './scene-names.ts';
import type { SceneEntry } from './scene-names.ts';
import type { SeedProblem } from './seed-error.ts';

/** Of what kind the values of a catalogue query's parameters are, by the names of these. */
const kindOfParameter: Partial<Record<string, NameKind>> = {
  id: 'node',
  ids: 'node',
  from: 'node',
  to: 'node',
  others: 'node',
  node: 'node',
  section: 'node',
  labels: 'label',
  types: 'type',
  avoid: 'type',
  measure: 'measure',
};

/** The query is one of the catalogue or a question's own, and has these parameters, which have such values. */
export function queryProblems(entry: SceneEntry, seed: Seed, known: Known): SeedProblem[] {
  const { query, parameters = {} } = entry.value;
  if (query === undefined) return [];
  const listed = catalogue.find(({ name }) => name === query);
  if (!listed) return questionProblems(entry, query, seed, known);
  const unknown = unknownParameters(entry, Object.keys(listed.parameters.shape));
  if (unknown.length > 0) return unknown;
  return [
    ...wrongParameters(entry, listed.parameters),
    ...Object.entries(parameters).flatMap(([name, parameter]) => {
      const kind = kindOfParameter[name];
      return kind ? unknownIn(entry, kind, stringsIn(parameter), known, 'parameters', name) : [];
    }),
  ];
}

function questionProblems(entry: SceneEntry, query: string, seed: Seed, known: Known): SeedProblem[] {
  const { questions } = seed;
  const own = questions.entries.filter(({ value }) => value.cypher !== undefined);
  const asked = own.find(({ id }) => `question-${id}` === query);
  // Blanks that are wrong in themselves are unknown.
  if (asked) return asked.value.blanks ? blankProblems(entry, asked.value.blanks, seed, known) : [];
  if (!questions.complete) return [];
  const all = [...catalogue.map(({ name }) => name), ...own.map(({ id }) => `question-${id}`)];
  const message = `there is no query ${query}`;
  return [entry.problem({ code: 'unknown-query', message, hint: () => hint(query, all) }, 'query')];
}

/** What a scene puts into the blanks of a question is what these take. */
function blankProblems(entry: SceneEntry, blanks: Question['blanks'], seed: Seed, known: Known): SeedProblem[] {
  const unknown = unknownParameters(entry, Object.keys(blanks));
  if (unknown.length > 0 || !seed.labels.complete || !seed.types.complete) return unknown;
  const named = { labels: [...seed.labels.keys].map(toNamed), types: [...seed.types.keys].map(toNamed) };
  return [
    ...wrongParameters(entry, questionParameters(blanks, named)),
    ...Object.entries(entry.value.parameters ?? {}).flatMap(([name, parameter]) =>
      blanks[name]?.kind === 'node' ? unknownIn(entry, 'node', stringsIn(parameter), known, 'parameters', name) : [],
    ),
  ];
}

const toNamed = (name: string): { name: string } => ({ name });

function wrongParameters({ value, problem }: SceneEntry, schema: z.ZodObject): SeedProblem[] {
  const wrong = schema.safeParse(value.parameters ?? {}).error?.issues ?? [];
  return wrong.map(({ path, message }) =>
    problem(
      { code: 'wrong-parameter', message: wordingOf(path, message) },
      'parameters',
      ...path.slice(0, 1).map(String),
    ),
  );
}

function unknownParameters({ value, problem }: SceneEntry, all: readonly string[]): SeedProblem[] {
  return Object.keys(value.parameters ?? {})
    .filter((name) => !all.includes(name))
    .map((name) => {
      const message = `the query ${value.query} has no parameter ${name}`;
      return problem({ code: 'unknown-parameter', message, hint: () => hint(name, all) }, 'parameters', name);
    });
}

function wordingOf([name]: PropertyKey[], message: string): string {
  const reason = lowerFirst(message.replace('Invalid input: ', ''));
  return name === undefined ? reason : `${String(name)}: ${reason}`;
}

const stringsIn = (value: Json): string[] => [value].flat().filter((item) => typeof item === 'string');
