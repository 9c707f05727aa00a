import { z } from 'zod';
import { isRelationshipId, startOf } from './check-ids.ts';
import { defineQuery } from './define-query.ts';
import { titled } from './parameters.ts';

/**
 * Nodes and relationships by their ids, which is how a derived fact names its premises. One row for each relationship with
 * its ends, and one for each node without any that was asked for; what is gone has no row.
 */
export const facts = defineQuery({
  name: 'facts',
  title: { zh: '所指的事实', en: 'Facts' },
  description: {
    zh: '按编号取得节点和关系，例如一个推出的事实所依据的那些。',
    en: 'Nodes and relationships by their ids, such as the premises of what is derived.',
  },
  result: 'graph',
  parameters: z.strictObject({
    ids: titled(
      z.array(z.string().min(1).max(800)).min(1).max(100),
      { zh: '节点或关系', en: 'Nodes or relationships' },
      'node-or-relationship-id',
    ),
  }),
  bind: ({ ids }) => ({
    nodes: [...new Set(ids.map((id) => (isRelationshipId(id) ? startOf(id) : id)))],
  }),
  cypher: `
MATCH (n:Entity)
WHERE n.id IN $nodes AND n.dataSet = $dataSet
OPTIONAL MATCH (n)-[r]->(m:Entity)
WHERE r.id IN $ids
WITH n, r, m
WHERE r IS NOT NULL OR n.id IN $ids
RETURN n AS node, r AS relationship, m AS end
ORDER BY n.id, r.id`,
});
