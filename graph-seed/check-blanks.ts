import type { Blank, Question } from '../server/contract.ts';
import type { Entry, Part } from './entries.ts';
import type { Known } from './known.ts';
import { hint } from './hint.ts';
import type { Seed } from './read-files.ts';
import type { SeedProblem } from './seed-error.ts';

/** Checks that what a question's blanks offer is in the graph, and that what stands in them at first is offered. */
export function blankProblems(
  { value: { blanks = {} }, problem }: Entry<Partial<Question>>,
  seed: Seed,
  known: Known,
): SeedProblem[] {
  return Object.entries(blanks).flatMap(([name, blank]) =>
    mistakesIn(blank, seed, known).map(({ at, message }) => problem(message, 'blanks', name, at)),
  );
}

interface Mistake {
  /** The key of the blank that is wrong. */
  at: string;
  message: string;
}

function mistakesIn(blank: Blank, seed: Seed, known: Known): Mistake[] {
  switch (blank.kind) {
    case 'node':
      return [
        ...unknownIn('labels', blank.labels, seed.labels),
        ...unknownKinds(blank.kinds, seed),
        ...nodeMistakes(blank, known),
      ];
    case 'label':
      return choiceMistakes('labels', blank.labels, blank.default, seed.labels);
    case 'type':
      return choiceMistakes('types', blank.types, blank.default, seed.types);
    case 'choice': {
      const choices = Object.keys(blank.choices);
      if (choices.includes(blank.default)) return [];
      return [{ at: 'default', message: `${blank.default} is none of the choices ${choices.join(', ')}` }];
    }
    case 'number':
      if (blank.min <= blank.default && blank.default <= blank.max) return [];
      return [{ at: 'default', message: `${blank.default} is not from ${blank.min} to ${blank.max}` }];
    case 'date':
    case 'text':
      return [];
  }
}

function nodeMistakes(blank: Extract<Blank, { kind: 'node' }>, known: Known): Mistake[] {
  if (!known.hasId(blank.default)) return [{ at: 'default', message: `there is no node ${blank.default}` }];
  const own = known.labelsOf(blank.default);
  // A label that is unknown has a problem of its own.
  const isSure = own !== undefined && [...own].every((label) => known.hasLabel(label));
  const isOffered = blank.labels.length === 0 || !isSure || blank.labels.some((label) => own.has(label));
  if (isOffered) return [];
  return [{ at: 'default', message: `${blank.default} is none of ${blank.labels.join(', ')}` }];
}

/** Labels or types that a blank offers; none named is all. */
function choiceMistakes(at: string, names: readonly string[], first: string, part: Part<unknown>): Mistake[] {
  const unknown = unknownIn(at, names, part);
  if (unknown.length > 0) return unknown;
  if (names.length > 0 && !names.includes(first)) {
    return [{ at: 'default', message: `${first} is none of the ${at} ${names.join(', ')}` }];
  }
  return unknownIn('default', [first], part);
}

const what: Record<string, string> = { labels: 'label', types: 'type', default: 'label or type', kinds: 'type' };

function unknownIn(at: string, names: readonly string[], { keys, complete }: Part<unknown>): Mistake[] {
  if (!complete) return [];
  return names
    .filter((name) => !keys.has(name))
    .map((name) => ({ at, message: `there is no ${what[at]} ${name}${hint(name, keys)}` }));
}

function unknownKinds(kinds: readonly string[], { types }: Seed): Mistake[] {
  return unknownIn(
    'kinds',
    kinds.map((kind) => kind.replace(/^(?:in|out):/, '')),
    types,
  );
}
