import { computed, signal } from '@preact/signals-core';
import type { Graph, Node, Relationship } from '../../server/contract/graph.ts';
import { referencesIn } from '../api/api.ts';
import { groundsOf } from './evidence.ts';
import { getToKnow } from './known-answer.ts';
import type { KnownAnswer } from './known-answer.ts';
import { passageAt } from './passages.ts';
import { picture } from './picture.ts';

/** What the named query of all that the document says came to. */
export const knownMentions = signal<KnownAnswer>({ kind: 'waiting' });

/** Fetches what the document says, once: from then on, pointing at a passage costs no request. */
export const loadMentions = (): Promise<void> => getToKnow(knownMentions, 'mentions');

/** The sections of the document, in no order. */
export const sections = computed<readonly Node[]>(() => {
  if (knownMentions.value.kind !== 'answered') return [];
  const { graph, table } = knownMentions.value.answer;
  const at = table.columns.indexOf('isSection');
  const ids = new Set(table.rows.flatMap((row) => (row[at] === true ? referencesIn(row).nodes.slice(0, 1) : [])));
  return graph.nodes.filter(({ id }) => ids.has(id));
});

/** All that is known to have evidence: of a document too long to be fetched whole, at least what is on the picture. */
const evidenced = computed<Graph[]>(() => {
  const known = knownMentions.value;
  const answered = known.kind === 'answered' ? [known.answer.graph] : [];
  if (known.kind === 'answered' && !known.answer.truncated) return answered;
  const { nodes, relationships } = picture.value;
  return [...answered, { nodes: [...nodes.values()], relationships: [...relationships.values()] }];
});

/** A quote of a passage, and what it is evidence of: ids of nodes and relationships. */
export interface Phrase {
  quote: string;
  facts: readonly string[];
}

/** What a passage gave to the graph. */
export interface Saying {
  nodes: readonly string[];
  relationships: readonly string[];
  /** The nodes, and both ends of the relationships: what has to be on the picture for all of it to be seen. */
  involved: readonly string[];
  phrases: readonly Phrase[];
}

export const nothingSaid: Saying = { nodes: [], relationships: [], involved: [], phrases: [] };

/** What each passage gave, by its address. */
export const sayings = computed<ReadonlyMap<string, Saying>>(() => {
  const drafts = new Map<string, Draft>();
  const note = (fact: Node | Relationship): void => {
    for (const { address, quote } of groundsOf(fact.properties).citations) {
      const draft = drafts.get(address) ?? new Draft();
      drafts.set(address, draft);
      draft.add(fact, quote);
    }
  };
  for (const { nodes, relationships } of evidenced.value) {
    for (const fact of [...nodes, ...relationships]) note(fact);
  }
  return new Map([...drafts].map(([address, draft]) => [address, draft.finish()]));
});

class Draft {
  readonly #nodes = new Set<string>();
  readonly #relationships = new Set<string>();
  readonly #ends = new Set<string>();
  readonly #phrases = new Map<string, Set<string>>();

  add(fact: Node | Relationship, quote: string): void {
    if ('start' in fact) {
      this.#relationships.add(fact.id);
      this.#ends.add(fact.start).add(fact.end);
    } else this.#nodes.add(fact.id);
    if (quote === '') return;
    const facts = this.#phrases.get(quote) ?? new Set();
    this.#phrases.set(quote, facts.add(fact.id));
  }

  finish(): Saying {
    return {
      nodes: [...this.#nodes],
      relationships: [...this.#relationships],
      involved: [...new Set([...this.#nodes, ...this.#ends])],
      phrases: [...this.#phrases].map(([quote, facts]) => ({ quote, facts: [...facts] })),
    };
  }
}

/** The addresses at which a fact is said, in reading order; those at which a relationship of a node is are the node's, too. */
const addressesByFact = computed<ReadonlyMap<string, readonly string[]>>(() => {
  const found = new Map<string, string[]>();
  const ordered = [...passageAt.value.keys()].filter((address) => typeof address === 'string');
  for (const address of ordered) {
    const { involved, relationships } = sayings.value.get(address) ?? nothingSaid;
    for (const id of [...involved, ...relationships]) {
      const addresses = found.get(id);
      if (addresses) addresses.push(address);
      else found.set(id, [address]);
    }
  }
  return found;
});

/** Where in the document a node or relationship is said, in reading order. */
export const addressesOf = (id: string): readonly string[] => addressesByFact.value.get(id) ?? [];

/** Where any of several is said, in reading order. */
export function addressesOfAny(ids: readonly string[]): readonly string[] {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return addressesOf(only);
  const wanted = new Set(ids.flatMap(addressesOf));
  return [...passageAt.value.keys()].filter((address): address is string => wanted.has(String(address)));
}
