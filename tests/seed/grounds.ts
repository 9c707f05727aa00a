import { isWithin } from '../../graph-seed/address.ts';
import type { Graph, Node, Relationship } from '../../server/contract/graph.ts';

type Fact = Node | Relationship;

/** A phrase that a fact is said to stand on, at its address in the document. */
export interface Claim {
  fact: string;
  at: string;
  /** Empty for a place as a whole. */
  quote: string;
}

/** What a whole graph rests on: all that is to be found in the document, and everything that rests on nothing. */
export interface Grounds {
  claims: Claim[];
  /** How many facts rest on what: a quote, premises, or their own place in the document. */
  counts: { quoted: number; derived: number; places: number };
  /** What nothing supports, each with what is wrong. */
  ungrounded: string[];
}

/**
 * Looks at every node and every relationship of a graph for what it rests on. What is said has quotes with addresses. What
 * is derived has premises, too, which are in the graph and rest on the document in the end. The document's own structure
 * rests on its places: a part lies within the whole, what is next follows, and a line that cites has the quote.
 */
export function groundsOfGraph({ nodes, relationships }: Graph, documentId: string): Grounds {
  const byId = new Map<string, Fact>([...nodes, ...relationships].map((fact) => [fact.id, fact]));
  const passages = new Map(
    nodes.flatMap((node) => (typeof node.properties['opening'] === 'string' ? [[addressOf(node), node]] : [])),
  );
  const claims: Claim[] = [];
  const counts = { quoted: 0, derived: 0, places: 0 };
  const ungrounded: string[] = [];
  for (const fact of byId.values()) {
    const wrong = wrongWith(fact);
    if (wrong !== undefined) ungrounded.push(`${fact.id}: ${wrong}`);
  }
  return { claims, counts, ungrounded };

  function wrongWith(fact: Fact): string | undefined {
    const { properties } = fact;
    if (Array.isArray(properties['evidence'])) return wrongWithSaid(fact);
    if (isRelationship(fact)) return wrongWithLine(fact);
    counts.places += 1;
    if (fact.id === documentId) return undefined;
    const at = addressOf(fact);
    if (at === '') return 'it has neither evidence nor an address';
    if (passages.get(at)?.id === fact.id) claims.push({ fact: fact.id, at, quote: String(properties['opening']) });
    else if (![...passages.keys()].some((address) => isWithin(address, at))) return `no passage is at ${at}`;
    return undefined;
  }

  function wrongWithSaid({ id, properties }: Fact): string | undefined {
    const addresses = textsOf(properties['evidence']);
    const quotes = textsOf(properties['quotes']);
    if (addresses.length === 0 || addresses.length !== quotes.length) return 'its quotes and addresses do not match';
    if (quotes.includes('')) return 'a quote is empty';
    claims.push(...addresses.map((at, index) => ({ fact: id, at, quote: quotes[index] ?? '' })));
    const strange = addresses.find((at) => !passages.has(at));
    if (strange !== undefined) return `there is no passage at ${strange}`;
    if (properties['basis'] === 'stated') {
      counts.quoted += 1;
      return 'premises' in properties ? 'it is stated, and has premises' : undefined;
    }
    counts.derived += 1;
    if (textsOf([properties['derivedFrom'], properties['derivedFromEn']]).length < 2)
      return 'it does not say how it follows';
    return wrongWithPremises(id, []);
  }

  /** Follows premises down to what is stated, or to a place in the document. */
  function wrongWithPremises(id: string, above: string[]): string | undefined {
    const fact = byId.get(id);
    if (!fact) return `the premise ${id} is not in the graph`;
    if (above.includes(id)) return `it follows from itself: ${[...above, id].join(' from ')}`;
    if (fact.properties['basis'] !== 'derived') return undefined;
    const premises = textsOf(fact.properties['premises']);
    if (premises.length === 0) return `${id} is derived, and has no premises`;
    return premises.map((premise) => wrongWithPremises(premise, [...above, id])).find((wrong) => wrong !== undefined);
  }

  function wrongWithLine({ start, end, properties }: Relationship): string | undefined {
    const [from, to] = [byId.get(start), byId.get(end)];
    if (!from || !to) return 'an end is not in the graph';
    counts.places += 1;
    if (typeof properties['quote'] === 'string') {
      const at = addressOf(to);
      const { quote } = properties;
      claims.push({ fact: `${start} to ${end}`, at, quote });
      const said = textsOf(from.properties['evidence']).some(
        (address, index) => address === at && textsOf(from.properties['quotes'])[index] === quote,
      );
      return said ? undefined : 'what it quotes is not what its start says';
    }
    const [inner, outer] = [addressOf(from), addressOf(to)];
    if (inner === '') return 'it has no evidence, and does not start at a place of the document';
    if (end === documentId || (outer !== '' && isWithin(inner, outer))) return undefined;
    const [before, after] = [from, to].map((node) => Number(node.properties['order']));
    return passages.has(outer) && after === (before ?? NaN) + 1
      ? undefined
      : 'it joins places that do not belong together';
  }
}

const isRelationship = (fact: Fact): fact is Relationship => 'start' in fact;

const addressOf = ({ properties: { address } }: Fact): string => (typeof address === 'string' ? address : '');

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
