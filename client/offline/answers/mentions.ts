import type { Node, PropertyValue, Relationship } from '../../../server/contract/graph.ts';
import type { Json } from '../../../server/contract/json.ts';
import { nodeCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { inOrder } from '../in-order.ts';

export const mentions: OfflineQuery = {
  name: 'mentions',
  parameters: [],
  columns: ['section', 'id', 'name', 'nameEn', 'time', 'evidence', 'quotes'],
  rows({ nodes, relationships }) {
    const all = [...nodes.values()];
    return [
      ...all
        .filter(({ labels }) => labels.includes('Section'))
        .toSorted(byId)
        .map((section) => [nodeCell(section), section.id, null, null, null, null, null]),
      ...evidenced(all).map(({ id, properties: { name, nameEn, evidence, quotes } }) =>
        row(id, [name, nameEn, null, evidence, quotes]),
      ),
      ...evidenced([...relationships.values()]).map(({ id, properties }) =>
        row(id, [null, null, timeOf(properties), properties['evidence'], properties['quotes']]),
      ),
    ];
  },
};

const byId = inOrder(({ id }: { id: string }) => id);

const evidenced = <Fact extends Node | Relationship>(facts: readonly Fact[]): Fact[] =>
  facts.filter(({ properties }) => 'evidence' in properties).toSorted(byId);

const row = (id: string, values: readonly (PropertyValue | undefined)[]): Json[] => [
  null,
  id,
  ...values.map((value) => value ?? null),
];

function timeOf({ at, since, until }: Relationship['properties']): PropertyValue | undefined {
  if (since === undefined && until === undefined) return at;
  return `${String(since ?? '')}/${String(until ?? '')}`;
}
