import { z } from 'zod';
import { commonNeighboursOfLabels } from './common-neighbours-of-labels.ts';
import { defineQuery } from './define-query.ts';
import { limit, nodeIds, titled, typeNames } from './parameters.ts';
import { typesToAvoid } from './types-to-avoid.ts';

/** `total` says how many there are, whatever the limit. */
export const commonNeighbours = defineQuery({
  name: 'common-neighbours',
  title: { zh: '共同邻居', en: 'Common neighbours' },
  description: {
    zh: '与所给的每个节点都直接相连的节点。',
    en: 'What is directly related to every one of the given nodes.',
  },
  result: 'graph',
  parameters: z
    .strictObject({
      ids: titled(nodeIds.min(2), { zh: '节点', en: 'Nodes' }, 'node-id'),
      avoid: titled(typeNames.optional(), { zh: '避开的关系类型', en: 'Relationship types to avoid' }),
      limit: limit(1000, 25),
    })
    .refine(({ ids }) => new Set(ids).size > 1, { path: ['ids'], message: 'they are all the same node' }),
  bind({ ids, avoid }, ontology) {
    const given = [...new Set(ids)];
    return { ids: given, first: given[0] ?? '', size: given.length, avoid: typesToAvoid(avoid, ontology) };
  },
  ids: ({ ids }) => ({ nodes: ids }),
  cypher: `
MATCH (first:Entity {id: $first, dataSet: $dataSet})--(c:Entity)
WITH DISTINCT c
CALL (c) {
  MATCH (c)-[r]-(n:Entity)
  WHERE n.id IN $ids AND n.id <> c.id AND NOT type(r) IN $avoid
  WITH r, n
  ORDER BY n.id, type(r), r.id
  RETURN count(DISTINCT n.id) AS given, collect(r) AS relationships
}
WITH c, given, relationships
WHERE given = $size
WITH collect(c) AS nodes, count(c) AS total, collect(relationships) AS lists
UNWIND range(0, total - 1) AS i
WITH nodes[i..i + 1] AS found, lists[i] AS relationships, total
UNWIND found AS c
RETURN c AS node, relationships, total
ORDER BY coalesce(c.prominence, 9), c.id
LIMIT $limit`,
  anyGraph: {
    // From the given node with the fewest relationships on: another may have tens of thousands.
    cypher: `
MATCH (n)
WHERE elementId(n) IN $ids
WITH n
ORDER BY COUNT { (n)--() }, n
WITH collect(n) AS given
UNWIND given[0..1] AS first
MATCH (first)--(c)
WITH DISTINCT given, c
UNWIND given AS n
MATCH (c)-[r]-(n)
WHERE n <> c AND NOT type(r) IN $avoid
WITH c, r, n
ORDER BY n, type(r), r
WITH c, count(DISTINCT n) AS given, collect(r) AS relationships
WHERE given = $size
WITH c, relationships
ORDER BY c
WITH collect({node: c, relationships: relationships}) AS found
UNWIND found[0..$limit] AS item
RETURN item.node AS node, item.relationships AS relationships, size(found) AS total
ORDER BY node`,
    ofLabels: (labels, { avoid, limit: most }, context) =>
      commonNeighboursOfLabels(labels, { avoid: typesToAvoid(avoid, context.ontology), limit: most }, context),
  },
});
