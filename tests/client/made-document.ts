import type { KnownAnswer } from '../../client/state/known-answer.ts';
import type { Ontology } from '../../server/contract/data-set/ontology.ts';
import type { Node } from '../../server/contract/graph.ts';
import { bareOntology } from './bare-ontology.ts';

/** What the page knows of a small document, as it would be after the server has answered. */

export const passage = (address: string, opening: string, properties: Node['properties'] = {}): Node => ({
  id: `passage-${address}`,
  labels: ['Passage'],
  properties: { address, opening, name: address, ...properties },
});

/** A query that was answered by nodes, a row each. */
export function answered(nodes: readonly Node[]): Extract<KnownAnswer, { kind: 'answered' }> {
  const rows = nodes.map(({ id }) => [{ $node: id }]);
  const answer = { graph: { nodes: [...nodes], relationships: [] }, table: { columns: ['node'], rows } };
  return { kind: 'answered', answer: { ...answer, truncated: false, ms: 0, notices: [] } };
}

/** What the document says: nodes, each with its addresses and quotes. */
export function said(...facts: [id: string, evidence: string[], quotes: string[]][]): KnownAnswer {
  const columns = ['section', 'id', 'name', 'nameEn', 'time', 'evidence', 'quotes'];
  const rows = facts.map(([id, evidence, quotes]) => [null, id, id, id, null, evidence, quotes]);
  const known = answered([]);
  return { ...known, answer: { ...known.answer, table: { columns, rows } } };
}

/** A query that was not. */
export const away: KnownAnswer = {
  kind: 'failed',
  problem: { type: 'about:blank', title: 'away', status: 503, detail: 'away', code: 'offline' },
};

const name = { zh: '甲协会简介', en: 'An Association' };

/** Of a document of which the server has the text. */
export const madeOntology: Ontology = {
  ...bareOntology,
  dataSet: 'made',
  title: name,
  subtitle: name,
  document: { id: 'made', name, language: 'zh', reference: { kind: 'Z', title: name.zh }, hasText: true },
  key: { label: 'Entity', property: 'id' },
};
