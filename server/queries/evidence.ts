import { z } from 'zod';
import { isRelationshipId, startOf, unknownNode } from './check-ids.ts';
import { defineQuery } from './define-query.ts';
import { labelRow, splitIds, toAnswer } from './label-answers.ts';
import { titled } from './parameters.ts';

const columns = ['address', 'quote', 'basis', 'passage', 'node', 'start', 'relationship', 'end'];

export const evidence = defineQuery({
  name: 'evidence',
  title: { zh: '依据', en: 'Evidence' },
  description: {
    zh: '一个节点或关系的出处:地址、引文和所在段落,按阅读顺序。',
    en: 'Where a node or relationship comes from: addresses, quotes and their passages, in reading order.',
  },
  result: 'table',
  parameters: z.strictObject({
    id: titled(z.string().min(1).max(800), { zh: '节点或关系', en: 'Node or relationship' }, 'node-or-relationship-id'),
  }),
  bind: ({ id }) => ({ start: startOf(id) }),
  ids: ({ id }) => (isRelationshipId(id) ? { relationships: [id] } : { nodes: [id] }),
  cypher: `
OPTIONAL MATCH (n:Entity {id: $id, dataSet: $dataSet})
OPTIONAL MATCH (s:Entity {id: $start, dataSet: $dataSet})-[r]->(e:Entity)
WHERE r.id = $id
WITH n, s, r, e, coalesce(n.evidence, r.evidence, []) AS addresses, coalesce(n.quotes, r.quotes, []) AS quotes
UNWIND range(0, size(addresses) - 1) AS i
MATCH (p:Passage {dataSet: $dataSet, address: addresses[i]})
RETURN addresses[i] AS address, quotes[i] AS quote, coalesce(n.basis, r.basis) AS basis,
  p AS passage, n AS node, s AS start, r AS relationship, e AS end
ORDER BY p.order, i`,
  anyGraph: {
    cypher: `
OPTIONAL MATCH (n)
WHERE elementId(n) = $id
OPTIONAL MATCH (s)-[r]->(e)
WHERE elementId(r) = $id
WITH n, s, r, e
WHERE n IS NOT NULL OR r IS NOT NULL
RETURN n AS node, s AS start, r AS relationship, e AS end
ORDER BY elementId(n)`,
    // Nobody has said where such a graph comes from; what is asked about is in the answer all the same.
    async answer(context, read, { id }) {
      const { labels } = await splitIds([id], context);
      const rows = labels.map((label) => labelRow(label));
      const found = labels.length > 0 ? toAnswer([], rows) : await read();
      if (found.table.rows.length === 0) throw unknownNode(id);
      return { ...found, table: { columns, rows: [] }, notices: [] };
    },
  },
});
