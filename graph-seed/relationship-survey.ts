import { IdHashes } from '../server/store/id-hashes.ts';
import type { PassageIds } from './address.ts';
import type { Draft } from './relationship-ids.ts';
import { structureTypes } from './structure.ts';

/** What each passage gave to the graph, by its id: how many nodes cite it, and of how many relationships it is evidence. */
export interface Yields {
  citedBy: ReadonlyMap<string, number>;
  facts: ReadonlyMap<string, number>;
  /** How many relationships there are. */
  relationships: number;
}

/**
 * What is to be known of all relationships before the first is made. Yields are counted here, once, since the graph changes
 * only by loading: counting in a query took most of its time.
 */
export function survey(
  drafts: Iterable<Draft>,
  passageId: PassageIds,
): Yields & { mayRepeat: (draft: Draft) => boolean } {
  const ids = new IdHashes();
  const citedBy = new Map<string, Set<string>>();
  const facts = new Map<string, number>();
  let relationships = 0;
  for (const draft of drafts) {
    const { type, start, end, evidence } = draft;
    ids.add(start, type, end);
    relationships += 1;
    if (type === structureTypes.cites) citedBy.set(end, (citedBy.get(end) ?? new Set()).add(start));
    for (const [index, at] of evidence.entries()) {
      if (evidence.indexOf(at) < index) continue;
      const id = passageId(at);
      facts.set(id, (facts.get(id) ?? 0) + 1);
    }
  }
  return {
    mayRepeat: ({ start, type, end }) => ids.mayRepeat(start, type, end),
    citedBy: new Map(Array.from(citedBy, ([id, by]) => [id, by.size])),
    facts,
    relationships,
  };
}
