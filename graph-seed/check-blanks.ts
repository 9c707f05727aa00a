import type { Blank, Question } from '../server/contract/data-set/question.ts';
import type { Entry } from './entries.ts';
import type { Known } from './known.ts';
import type { NameKind } from './names.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';

/** Checks that what a question's blanks offer is in the graph, and that what stands in them at first is offered. */
export function blankProblems(
  { value: { blanks = {} }, problem }: Entry<Partial<Question>>,
  known: Known,
): SeedProblem[] {
  return Object.entries(blanks).flatMap(([name, blank]) =>
    flawsIn(blank, known).map(({ at, flaw }) => problem(flaw, 'blanks', name, at)),
  );
}

interface BlankFlaw {
  /** The key of the blank that is wrong. */
  at: string;
  flaw: Flaw;
}

function flawsIn(blank: Blank, known: Known): BlankFlaw[] {
  switch (blank.kind) {
    case 'node':
      return [
        ...unknownIn('labels', 'label', blank.labels, known),
        ...unknownIn('kinds', 'type', blank.kinds.map(typeOfKind), known),
        ...nodeFlaws(blank, known),
      ];
    case 'label':
      return choiceFlaws({ at: 'labels', kind: 'label' }, blank.labels, blank.default, known);
    case 'type':
      return choiceFlaws({ at: 'types', kind: 'type' }, blank.types, blank.default, known);
    case 'choice': {
      const choices = Object.keys(blank.choices);
      if (choices.includes(blank.default)) return [];
      return [notOffered(`${blank.default} is none of the choices ${choices.join(', ')}`)];
    }
    case 'number':
      if (blank.min <= blank.default && blank.default <= blank.max) return [];
      return [notOffered(`${blank.default} is not from ${blank.min} to ${blank.max}`)];
    case 'date':
    case 'text':
      return [];
  }
}

function nodeFlaws(blank: Extract<Blank, { kind: 'node' }>, known: Known): BlankFlaw[] {
  if (!known.hasId(blank.default)) return unknownIn('default', 'node', [blank.default], known);
  const own = known.labelsOf(blank.default);
  // A label that is unknown has a problem of its own.
  const isSure = own !== undefined && [...own].every((label) => known.hasLabel(label));
  const isOffered = blank.labels.length === 0 || !isSure || blank.labels.some((label) => own.has(label));
  if (isOffered) return [];
  return [notOffered(`${blank.default} is none of ${blank.labels.join(', ')}`)];
}

/** Labels or types that a blank offers; none named is all. */
function choiceFlaws(
  { at, kind }: { at: string; kind: NameKind },
  names: readonly string[],
  first: string,
  known: Known,
): BlankFlaw[] {
  const unknown = unknownIn(at, kind, names, known);
  if (unknown.length > 0) return unknown;
  if (names.length > 0 && !names.includes(first)) {
    return [notOffered(`${first} is none of the ${at} ${names.join(', ')}`)];
  }
  return unknownIn('default', kind, [first], known);
}

function notOffered(message: string): BlankFlaw {
  return { at: 'default', flaw: { code: 'blank-default', message } };
}

function unknownIn(at: string, kind: NameKind, names: readonly string[], known: Known): BlankFlaw[] {
  return names.flatMap((name) => known.unknown(kind, name).map((flaw) => ({ at, flaw })));
}

/** LEADS of out:LEADS. */
function typeOfKind(kind: string): string {
  return kind.replace(/^(?:in|out):/, '');
}
