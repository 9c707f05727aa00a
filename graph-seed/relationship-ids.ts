import type { PropertyValue } from '../server/contract/graph.ts';
import type { SeedPassage } from './format.ts';

/** Properties as an author leaves them: what is absent is left out. */
export type Loose = Record<string, PropertyValue | undefined>;

/** A relationship before it has its id. */
export interface Draft {
  type: string;
  start: string;
  end: string;
  properties: Loose;
}

/**
 * Finds drafts that may have the same id as another: those whose ids have the same hash, which two others may have by
 * chance. The ids themselves of a million relationships would take much more room.
 */
export class IdSurvey {
  #hashes = new Float64Array(1_024);
  #length = 0;

  meet(draft: Draft): void {
    if (this.#length === this.#hashes.length) {
      const larger = new Float64Array(2 * this.#length);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#hashes[this.#length] = hashOf(draft);
    this.#length += 1;
  }

  /** Tells of a draft whether another may have its id. */
  finish(): (draft: Draft) => boolean {
    const sorted = this.#hashes.subarray(0, this.#length).toSorted();
    const repeated = new Set(sorted.filter((hash, index) => hash === sorted[index - 1]));
    return (draft) => repeated.size > 0 && repeated.has(hashOf(draft));
  }
}

/** A whole number of 52 bits. */
function hashOf({ start, type, end }: Draft): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (const text of [start, type, end]) {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x85ebca6b);
    }
    low = Math.imul(low ^ 46, 0x01000193);
    high = Math.imul(high ^ 46, 0x85ebca6b);
  }
  return (low >>> 0) * 2 ** 20 + ((high >>> 12) & 0xfffff);
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
  return ({ properties }) => {
    const evidence = Array.isArray(properties['evidence']) ? properties['evidence'] : [];
    const entries = Object.entries(properties).toSorted(([left], [right]) => (left < right ? -1 : 1));
    return JSON.stringify([evidence.map((at) => order.get(String(at)) ?? ''), entries]);
  };
}
