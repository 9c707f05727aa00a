import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { nodeIds, titled, typeNames } from './parameters.ts';

/**
 * One row for each of the nodes that is there, with the relationships that start at it, so that no node travels twice. A
 * node that is gone has no row: of a picture that was put together by hand the rest can be shown.
 */
export const among = defineQuery({
  name: 'among',
  title: { zh: '相互关系', en: 'Among themselves' },
  description: {
    zh: '所给的节点，以及它们之间的关系。',
    en: 'The given nodes, and the relationships among them.',
  },
  result: 'graph',
  parameters: z.strictObject({
    ids: nodeIds,
    types: titled(typeNames.optional(), { zh: '关系类型', en: 'Relationship types' }),
    avoid: titled(typeNames.default([]), { zh: '避开的关系类型', en: 'Relationship types to avoid' }),
  }),
  bind: ({ ids }) => ({ ids: [...new Set(ids)] }),
  cypher: `
UNWIND $ids AS id
MATCH (n:Entity {id: id, dataSet: $dataSet})
CALL (n) {
  MATCH (n)-[r]->(m:Entity)
  WHERE m.id IN $ids AND NOT type(r) IN $avoid AND ($types IS NULL OR type(r) IN $types)
  WITH r
  ORDER BY r.id
  RETURN collect(r) AS relationships
}
RETURN n AS node, relationships
ORDER BY n.id`,
});
