import { computed, effect, signal } from '@preact/signals-core';
import type { Node, Relationship } from '../../../server/contract/graph.ts';
import { groundsOf } from './evidence.ts';
import { getToKnow, isWhole } from '../known-answer.ts';
import type { KnownAnswer } from '../known-answer.ts';
import { mentionedFacts } from './mentioned-facts.ts';
import type { MentionedFact } from './mentioned-facts.ts';
import { namedFacts } from './named-facts.ts';
import { passageAt } from './passages.ts';
import { picture } from '../picture/picture.ts';

/** What the named query of all that the document says came to. */
export const knownMentions = signal<KnownAnswer>({ kind: 'waiting' });

/** Fetches what the document says, once: from then on, pointing at a passage costs no request, and each fact has its name. */
export const loadMentions = (): Promise<void> => getToKnow(knownMentions, 'mentions');

/** The facts of which the answer tells. */
const mentioned = computed<readonly MentionedFact[]>(() =>
  knownMentions.value.kind === 'answered' ? mentionedFacts(knownMentions.value.answer) : [],
);

/** The sections of the document, in no order: all else is in the answer by its name only. */
export const sections = computed<readonly Node[]>(() =>
  knownMentions.value.kind === 'answered' ? knownMentions.value.answer.graph.nodes : [],
);

effect(() => {
  namedFacts.value = {
    nodes: new Map(mentioned.value.flatMap((fact) => ('name' in fact ? [[fact.id, fact.name]] : []))),
    relationships: new Map(
      mentioned.value.flatMap((fact) => ('relationship' in fact ? [[fact.id, fact.relationship]] : [])),
    ),
  };
});

/** A fact with where the document says it, and if it is a relationship what it is between. */
type Evidenced = Pick<MentionedFact, 'id' | 'citations'> & { relationship?: Pick<Relationship, 'start' | 'end'> };

/** All that is known to have evidence: of a document too long to be fetched whole, at least what is on the picture. */
const evidenced = computed<readonly Evidenced[]>(() => {
  if (isWhole(knownMentions.value)) return mentioned.value;
  const { nodes, relationships } = picture.value;
  return [
    ...mentioned.value,
    ...[...nodes.values()].map(({ id, properties }) => ({ id, citations: groundsOf(properties).citations })),
    ...[...relationships.values()].map((relationship) => ({
      id: relationship.id,
      citations: groundsOf(relationship.properties).citations,
      relationship,
    })),
  ];
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
  for (const fact of evidenced.value) {
    for (const { address, quote } of fact.citations) {
      const draft = drafts.get(address) ?? new Draft();
      drafts.set(address, draft);
      draft.add(fact, quote);
    }
  }
  return new Map([...drafts].map(([address, draft]) => [address, draft.finish()]));
});

class Draft {
  readonly #nodes = new Set<string>();
  readonly #relationships = new Set<string>();
  readonly #ends = new Set<string>();
  readonly #phrases = new Map<string, Set<string>>();

  add({ id, relationship }: Evidenced, quote: string): void {
    if (relationship) {
      this.#relationships.add(id);
      this.#ends.add(relationship.start).add(relationship.end);
    } else this.#nodes.add(id);
    if (quote === '') return;
    const facts = this.#phrases.get(quote) ?? new Set();
    this.#phrases.set(quote, facts.add(id));
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
