import { isWithin, outOfOrder } from './address.ts';
import type { Entry } from './entries.ts';
import type { SeedPassage } from './format.ts';
import type { Known } from './known.ts';
import type { Seed } from './read-files.ts';
import type { SeedProblem } from './seed-error.ts';

/** Checks that passages and sections are in reading order and belong together. */
export function checkPassages(seed: Seed, known: Known): SeedProblem[] {
  const sections = new Map(seed.sections.entries.map(({ id, value }) => [id, value]));
  return [...passageOrder(seed), ...sectionOrder(seed), ...seed.passages.entries.flatMap(place)];

  function place({ value: { at, section }, problem }: Entry<Partial<SeedPassage>>): SeedProblem[] {
    if (section === undefined || !seed.sections.complete) return [];
    if (!seed.sections.keys.has(section))
      return known.unknown('section', section).map((flaw) => problem(flaw, 'section'));
    const outer = sections.get(section)?.at;
    if (at === undefined || outer === undefined || isWithin(at, outer)) return [];
    const message = `the section ${section} has passages at ${outer}, not here`;
    return [problem({ code: 'section-elsewhere', message }, 'section')];
  }
}

/**
 * Stray lines of a page stand around its text, so they are in order among themselves only. An address that is there twice is
 * passed over: which of the two is in its place cannot be told.
 */
function passageOrder({ passages }: Seed): SeedProblem[] {
  const known = passages.entries.flatMap(({ value: { at, kind }, problem }) =>
    at === undefined || passages.repeated.has(at) ? [] : [{ at, isStray: kind === 'furniture', problem }],
  );
  return [known.filter(({ isStray }) => !isStray), known.filter(({ isStray }) => isStray)].flatMap((entries) => {
    const problems = new Map(entries.map(({ at, problem }) => [at, problem]));
    return outOfOrder([...problems.keys()]).flatMap(({ address, after }) => {
      const message = `the passage is out of order: it stands after ${after}`;
      return problems.get(address)?.({ code: 'passage-out-of-order', message }, 'at') ?? [];
    });
  });
}

function sectionOrder({ passages, sections }: Seed): SeedProblem[] {
  if (!passages.complete) return [];
  const addresses = passages.entries.flatMap(({ value: { at } }) => at ?? []);
  let latest = -1;
  let before = '';
  return sections.entries.flatMap(({ id, value: { at }, problem }) => {
    if (at === undefined) return [];
    if (!addresses.some((address) => isWithin(address, at)))
      return [problem({ code: 'section-without-passages', message: `no passage is at ${at}` }, 'at')];
    const first = addresses.findIndex((address) => isWithin(address, at) && !passages.repeated.has(address));
    if (first === -1) return [];
    if (first < latest) {
      return [
        problem(
          { code: 'section-out-of-order', message: `the section is out of order: it stands after ${before}` },
          'at',
        ),
      ];
    }
    latest = first;
    before = id ?? at;
    return [];
  });
}
