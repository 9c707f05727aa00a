import type { Node } from '../../../server/contract/graph.ts';
import { localProperty, ontology } from '../ontology.ts';
import { passageAt } from './passages.ts';
import { placeInWords } from './place-in-words.ts';

/** One quote with its address, and the passage that it leads to once the passages have arrived. */
export interface Citation {
  address: string;
  /** The address in words, such as 第一部分第三项第二句. */
  place: string;
  quote: string;
  passageId: string | undefined;
}

/** What a node or relationship rests on: its quotes, and whether it is stated or derived (and from what). */
export interface Grounds {
  citations: Citation[];
  isDerived: boolean;
  /** How a derived fact follows. */
  derivedFrom: string;
  /** What a derived fact follows from: ids of nodes and relationships. */
  premises: readonly string[];
}

/** The language that the quotes are in: the document's; unknown where there is none. */
export const quoteLanguage = (): string | undefined => ontology.value?.document?.language;

/** Whether the document states a fact, or it is derived from what the document says. */
export const basisOf = (properties: Node['properties']): 'stated' | 'derived' =>
  properties['basis'] === 'derived' ? 'derived' : 'stated';

/** Reads the evidence that travels with a node or relationship. */
export function groundsOf(properties: Node['properties']): Grounds {
  const addresses = listOf(properties['evidence']);
  const quotes = listOf(properties['quotes']);
  const derivedFrom = localProperty(properties, 'derivedFrom');
  return {
    citations: addresses.map((address, index) => citation(address, quotes[index] ?? '')),
    isDerived: basisOf(properties) === 'derived',
    derivedFrom: typeof derivedFrom === 'string' ? derivedFrom : '',
    premises: listOf(properties['premises']),
  };
}

/** A quote with the place that its address names. */
export function citation(address: string, quote: string): Citation {
  return { address, place: placeInWords(address), quote, passageId: passageAt.value.get(address)?.id };
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
