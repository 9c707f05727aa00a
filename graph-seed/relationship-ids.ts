import type { PropertyValue } from '../server/contract/graph.ts';
import type { SeedPassage } from './format.ts';

/** Properties as an author leaves them: what is absent is left out. */
export type Loose = Record<string, PropertyValue | undefined>;

/** A relationship before it has its id. */
export interface Draft {
  type: string;
  start: string;
  end: string;
  /** The addresses at which it is said. */
  evidence: readonly string[];
  /** Made when they are asked for: drafts are gone through more often than relationships are made of them. */
  properties: () => Loose;
}

/**
 * Gives each relationship the id `start.TYPE.end`, and a number to the second and later ones of the same. These count
 * in reading order of their evidence, so that moving entries about in a file changes no id.
 */
export function* withIds(
  drafts: Iterable<Draft>,
  mayRepeat: (draft: Draft) => boolean,
  passages: readonly SeedPassage[],
): Generator<{ id: string; draft: Draft }> {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const id = `${draft.start}.${draft.type}.${draft.end}`;
    if (!mayRepeat(draft)) {
      yield { id, draft };
      continue;
    }
    const group = groups.get(id) ?? [];
    groups.set(id, group);
    group.push(draft);
  }
  const rank = ranking(passages);
  for (const [id, group] of groups) {
    const ranked = group.toSorted((left, right) => (rank(left) < rank(right) ? -1 : 1));
    for (const [index, draft] of ranked.entries()) yield { id: index === 0 ? id : `${id}.${index + 1}`, draft };
  }
}

/** A text for each draft by which they are in reading order of their evidence, and else in a fixed one. */
function ranking(passages: readonly SeedPassage[]): (draft: Draft) => string {
  const order = new Map(passages.map(({ at }, index) => [at, String(index).padStart(6, '0')]));
  return ({ evidence, properties }) => {
    const entries = Object.entries(properties()).toSorted(([left], [right]) => (left < right ? -1 : 1));
    return JSON.stringify([evidence.map((at) => order.get(at) ?? ''), entries]);
  };
}
