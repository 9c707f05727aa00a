import { everyEntry } from './entries.ts';
import type { Entry } from './entries.ts';
import type { SeedFigure, SeedSum } from './format.ts';
import type { Known } from './known.ts';
import type { Seed } from './read-files.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';

/** Checks that every sum comes out, but for those of which the data set says that they do not. */
export function checkSums(seed: Seed, known: Known): SeedProblem[] {
  const figures = new Map(seed.figures.entries.flatMap(({ id, value }) => (id === undefined ? [] : [[id, value]])));
  return seed.sums.entries.flatMap((entry) => {
    const { total, parts, count, comesOut = true } = entry.value;
    if (entry.isWrong('parts') || entry.isWrong('count')) return [];
    if ((parts === undefined) === (count === undefined))
      return [entry.problem({ code: 'sum-of-nothing', message: 'a sum has either parts or count' })];
    const problems = unknownNames(entry, known);
    const whole = total === undefined ? undefined : figures.get(total);
    if (problems.length > 0 || whole?.value === undefined) return problems;
    const wrong = parts ? wrongParts(whole, parts, figures) : count && wrongCount({ seed, known }, whole, count);
    if (comesOut) return wrong === undefined ? [] : [entry.problem(wrong)];
    if (count) {
      const message = 'only a sum of parts may have comesOut: false';
      return [entry.problem({ code: 'count-not-coming-out', message }, 'comesOut')];
    }
    return wrong === undefined
      ? [entry.problem({ code: 'sum-right', message: 'the sum does come out' }, 'comesOut')]
      : [];
  });
}

type Figure = Partial<SeedFigure>;

function unknownNames(
  { value: { total, parts = [], count }, problem }: Entry<Partial<SeedSum>>,
  known: Known,
): SeedProblem[] {
  return [
    ...(total === undefined ? [] : known.unknown('figure', total)).map((flaw) => problem(flaw, 'total')),
    ...parts.flatMap((part, index) => known.unknown('figure', part).map((flaw) => problem(flaw, 'parts', index))),
    ...(count ? known.unknown('type', count.type) : []).map((flaw) => problem(flaw, 'count', 'type')),
    ...(count ? known.unknown('node', count.to) : []).map((flaw) => problem(flaw, 'count', 'to')),
  ];
}

function wrongParts(whole: Figure, parts: string[], figures: ReadonlyMap<string, Figure>): Flaw | undefined {
  const found = parts.map((part) => figures.get(part) ?? {});
  const values = found.flatMap(({ value }) => value ?? []);
  if (values.length < parts.length) return undefined;
  const sum = values.reduce((left, right) => left + right, 0);
  // Decimal fractions do not add up exactly in binary.
  if (Math.abs(sum - (whole.value ?? 0)) < 1e-9 * Math.max(1, Math.abs(sum))) return undefined;
  const list = found.map((part, index) => described(parts[index] ?? '', part)).join(', ');
  const message = `the sum does not come out: ${values.join(' + ')} is ${sum}, not ${described('the total', whole)}: ${list}`;
  return { code: 'sum-wrong', message };
}

function wrongCount(
  { seed, known }: { seed: Seed; known: Known },
  whole: Figure,
  { type, to }: { type: string; to: string },
): Flaw | undefined {
  let count = 0;
  // One whose type or end is misspelt may be among those meant: its own problem says enough.
  let unclear = 0;
  for (const { value: one } of everyEntry(seed.relationships)) {
    if (one.type === type && one.to === to) count += 1;
    const isOfType = one.type === type || one.type === undefined || !known.hasType(one.type);
    if (isOfType && (one.to === to || one.to === undefined || !known.hasId(one.to))) unclear += 1;
  }
  if (count === whole.value || !seed.relationships.complete) return undefined;
  if (unclear > count) return undefined;
  const message = `the sum does not come out: ${count} times ${type} to ${to}, not ${described('the total', whole)}`;
  return { code: 'count-wrong', message };
}

function described(name: string, { value, evidence = [] }: Figure): string {
  return `${name} ${value} (${evidence.map(({ at }) => at).join(', ')})`;
}
