import { passageIdsOf } from './address.ts';
import type { Part } from './entries.ts';
import { hint } from './hint.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { Seed } from './read-files.ts';
import type { Flaw } from './seed-error.ts';

/** What a name in a data set can be the name of. */
export type NameKind =
  | 'node'
  | 'address'
  | 'section'
  | 'label'
  | 'type'
  | 'property'
  | 'measure'
  | 'figure'
  | 'subject'
  | 'evidence';

/** The names of one kind that the files define. */
interface Names {
  /** False only for a name that certainly is not there: not where the file that may define it could not be read. */
  has: (name: string) => boolean;
  /** What is wrong with a name that is not there; nothing with one that is. */
  flaws: (name: string) => Flaw[];
}

const words: Record<NameKind, { code: ProblemCode; what: string }> = {
  node: { code: 'unknown-node', what: 'node' },
  address: { code: 'unknown-address', what: 'passage at' },
  section: { code: 'unknown-section', what: 'section' },
  label: { code: 'unknown-label', what: 'label' },
  type: { code: 'unknown-type', what: 'type' },
  property: { code: 'unknown-property', what: 'property' },
  measure: { code: 'unknown-measure', what: 'measure' },
  figure: { code: 'unknown-figure', what: 'figure' },
  subject: { code: 'unknown-subject', what: 'subject' },
  evidence: { code: 'unknown-evidence', what: 'passage, relationship, figure or other node' },
};

/** The ids that the passages of a data set have in the graph. */
export function passageIdsIn({ document, passages }: Pick<Seed, 'document' | 'passages'>): ReadonlySet<string> {
  return new Set([...passages.keys].map(passageIdsOf(document.entries[0]?.value ?? {})));
}

/** All names of a data set, by kind. */
export function namesOf(seed: Seed): Record<NameKind, Names> {
  const passageIds = { keys: passageIdsIn(seed), complete: seed.passages.complete };
  const ids = [seed.nodes, seed.figures, seed.document, seed.sections, passageIds];
  return {
    node: named('node', ids),
    address: named('address', [seed.passages]),
    section: named('section', [seed.sections]),
    label: named('label', [seed.labels]),
    type: named('type', [seed.types]),
    property: named('property', [seed.properties]),
    measure: named('measure', [seed.measures]),
    figure: named('figure', [seed.figures]),
    subject: named('subject', [seed.subjects]),
    evidence: named('evidence', [...ids, seed.relationships]),
  };
}

function named(kind: NameKind, parts: Pick<Part<unknown>, 'keys' | 'complete'>[]): Names {
  const { code, what } = words[kind];
  const has = (name: string): boolean => parts.some(({ keys, complete }) => !complete || keys.has(name));
  return {
    has,
    flaws: (name) =>
      has(name)
        ? []
        : [
            {
              code,
              message: `there is no ${what} ${name}`,
              hint: () => hint(name, allOf(parts.map(({ keys }) => keys))),
            },
          ],
  };
}

function* allOf(sets: Iterable<string>[]): Iterable<string> {
  for (const set of sets) yield* set;
}
