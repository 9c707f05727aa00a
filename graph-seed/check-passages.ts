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

/** Stray lines of a page stand around its text, so they are in order among themselves only. */
function passageOrder(seed: Seed): SeedProblem[] {
  const stray = seed.passages.entries.filter(({ value }) => value.kind === 'furniture');
  const running = seed.passages.entries.filter(({ value }) => value.kind !== 'furniture');
  return [running, stray].flatMap((entries) => {
    const wrong = outOfOrder(entries.flatMap(({ value: { at } }) => at ?? []));
    return wrong.flatMap(({ address, after }) =>
      entries
        .filter(({ value: { at } }) => at === address)
        .map(({ problem }) =>
          problem(
            { code: 'passage-out-of-order', message: `the passage is out of order: it stands after ${after}` },
            'at',
          ),
        ),
    );
  });
}

function sectionOrder(seed: Seed): SeedProblem[] {
  if (!seed.passages.complete) return [];
  const addresses = seed.passages.entries.flatMap(({ value: { at } }) => at ?? []);
  let latest = -1;
  let before = '';
  return seed.sections.entries.flatMap(({ id, value: { at }, problem }) => {
    if (at === undefined) return [];
    const first = addresses.findIndex((address) => isWithin(address, at));
    if (first === -1) return [problem({ code: 'section-without-passages', message: `no passage is at ${at}` }, 'at')];
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
