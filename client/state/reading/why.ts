import type { Node, Relationship } from '../../../server/contract/graph.ts';
import type { Problem } from '../../../server/contract/problem.ts';
import { runQuery } from '../../api/api.ts';
import { citation, groundsOf } from './evidence.ts';
import type { Citation, Grounds } from './evidence.ts';
import { t } from '../locale.ts';
import { problemOf } from '../notices.ts';
import { figureOf, nameOf, ontology, sentenceOf, summaryOf } from '../ontology.ts';
import { isKnown, knownNode, knownRelationship, learn, nameOfId } from '../picture/picture.ts';

/** Why something is on the graph: what the document says of it, where in the document it is, or that nobody says. */
export type Reason =
  | { kind: 'said'; grounds: Grounds }
  /** It is the document, one of its places, or a line between such: the address itself is the evidence. */
  | { kind: 'document' | 'place' | 'structure'; citations: readonly Citation[] }
  | { kind: 'unsaid' };

export type Fact = Node | Relationship;

export const isRelationship = (fact: Fact): fact is Relationship => 'start' in fact;

/** The node or relationship of an id, once it has arrived. */
export const factOf = (id: string): Fact | undefined => knownNode(id) ?? knownRelationship(id);

/** Reads why a node or relationship is there from what travels with it. */
export function reasonOf(fact: Fact): Reason {
  const grounds = groundsOf(fact.properties);
  if (grounds.citations.length > 0 || grounds.premises.length > 0) return { kind: 'said', grounds };
  if (isRelationship(fact)) return reasonOfLine(fact);
  if (fact.id === ontology.value?.document?.id) return { kind: 'document', citations: [] };
  const place = placeOf(fact);
  return place ? { kind: 'place', citations: [place] } : { kind: 'unsaid' };
}

/** A line that quotes the place at its end, or one between two places of the document. */
function reasonOfLine({ start, end, properties }: Relationship): Reason {
  const [from, to] = [start, end].map((id) => {
    const node = knownNode(id);
    return node && placeOf(node);
  });
  const { quote } = properties;
  if (to && typeof quote === 'string') {
    const citations = [citation(to.address, quote)];
    return { kind: 'said', grounds: { citations, isDerived: false, derivedFrom: '', premises: [] } };
  }
  const { id: documentId } = ontology.value?.document ?? {};
  if (!(from ?? start === documentId) || !(to ?? end === documentId)) return { kind: 'unsaid' };
  return { kind: 'structure', citations: [from, to].filter((place) => place !== undefined) };
}

/** Where in the document a passage or a section is. */
function placeOf(node: Node): Citation | undefined {
  const { address } = node.properties;
  if (typeof address !== 'string' || !ontology.value?.document) return undefined;
  return { address, quote: '', place: nameOf(node), passageId: node.id };
}

/** The one sentence that says why something is there. */
export function whySentence(fact: Fact, reason: Reason): string {
  if (reason.kind === 'unsaid') return t(ontology.value?.document ? 'why.unsaid' : 'why.noSource');
  if (isRelationship(fact)) {
    const sentence = sentenceOf(fact, nameOfId);
    return reason.kind === 'structure' ? t('why.structure', { sentence }) : sentence;
  }
  const name = nameOf(fact);
  if (reason.kind !== 'said') return t(reason.kind === 'document' ? 'why.document' : 'why.place', { name });
  const value = figureOf(fact);
  const { isDerived } = reason.grounds;
  if (value === undefined) return t(isDerived ? 'why.nodeDerived' : 'why.node', { name });
  return t(isDerived ? 'why.figureDerived' : 'why.figure', { name, value });
}

/** A premise in one line: what it says, where it is a sentence, else its name. */
export function premiseText(fact: Fact): string {
  if (isRelationship(fact)) return sentenceOf(fact, nameOfId);
  const gist = placeOf(fact) && summaryOf(fact);
  if (gist !== undefined) return t('why.placeSays', { place: nameOf(fact), gist });
  return [nameOf(fact), figureOf(fact) ?? ''].join(' ').trim();
}

/** Milliseconds that premises may take. */
const patience = 30_000;

/** Premises that are shown, or copied, at a time: as many as one request asks for. */
export const mostPremises = 100;

/** Those of some premises that have not arrived. */
export const missingOf = (ids: readonly string[]): string[] => ids.filter((id) => !isKnown(id));

/** Fetches a portion of facts with one request, unless all are there. Answers with the problem, if there was one. */
export async function fetchFacts(ids: readonly string[], stop?: AbortSignal): Promise<Problem | null> {
  const missing = missingOf(ids).slice(0, mostPremises);
  if (missing.length === 0) return null;
  const stops = [AbortSignal.timeout(patience), ...(stop ? [stop] : [])];
  try {
    const answer = await runQuery('facts', { ids: missing }, AbortSignal.any(stops));
    learn(answer.graph);
    return null;
  } catch (error) {
    return problemOf(error);
  }
}
