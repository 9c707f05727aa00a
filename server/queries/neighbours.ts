import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { nodesOfLabels } from './nodes-of-labels.ts';
import { kinds, labelNames, limit, nodeIds, titled, typeNames } from './parameters.ts';

const wantedOfAnyGraph = `($types IS NULL OR type(r) IN $types)
    AND NOT type(r) IN $avoid
    AND ($direction = 'both' OR ($direction = 'out') = (startNode(r) = n))
    AND ($kinds IS NULL OR CASE WHEN startNode(r) = n THEN 'out:' ELSE 'in:' END + type(r) IN $kinds)
    AND ($others IS NULL OR elementId(m) IN $others)
    AND ($labels IS NULL OR any(label IN labels(m) WHERE label IN $labels))`;

/**
 * One row for each given node: how many relationships the filters leave, and a page of them with their other ends. A
 * kind is a direction, as the given node sees it, and a type: one request serves any choice from a list of kinds.
 */
export const neighbours = defineQuery({
  name: 'neighbours',
  title: { zh: '邻居', en: 'Neighbours' },
  description: {
    zh: '与所给节点直接相连的节点,可按关系类型、方向和标签筛选。',
    en: 'What is directly related to the given nodes, by relationship type, direction and label.',
  },
  result: 'graph',
  parameters: z.strictObject({
    ids: nodeIds,
    types: titled(typeNames.optional(), { zh: '关系类型', en: 'Relationship types' }),
    avoid: titled(typeNames.default([]), { zh: '避开的关系类型', en: 'Relationship types to avoid' }),
    direction: titled(z.enum(['in', 'out', 'both']).default('both'), { zh: '方向', en: 'Direction' }),
    kinds: titled(kinds.optional(), { zh: '方向和关系类型', en: 'Directions and relationship types' }),
    others: titled(nodeIds.optional(), { zh: '只看这些邻居', en: 'Only these neighbours' }, 'node-id'),
    labels: titled(labelNames.optional(), { zh: '标签', en: 'Labels' }),
    limit: limit(1000, 25),
    skip: titled(z.int().min(0).max(1_000_000).default(0), { zh: '跳过', en: 'Skip' }),
  }),
  bind: ({ ids, limit: most, skip }) => ({ ids: [...new Set(ids)], end: skip + most }),
  ids: ({ ids }) => ({ nodes: ids }),
  cypher: `
UNWIND $ids AS id
MATCH (n:Entity {id: id, dataSet: $dataSet})
OPTIONAL MATCH (n)-[r]-(m:Entity)
WHERE ($types IS NULL OR type(r) IN $types)
  AND NOT type(r) IN $avoid
  AND ($direction = 'both' OR ($direction = 'out') = (startNode(r).id = n.id))
  AND ($kinds IS NULL OR CASE WHEN startNode(r).id = n.id THEN 'out:' ELSE 'in:' END + type(r) IN $kinds)
  AND ($others IS NULL OR m.id IN $others)
  AND ($labels IS NULL OR any(label IN labels(m) WHERE label IN $labels))
WITH n, r, m
ORDER BY coalesce(m.prominence, 9), type(r), m.id, r.id
WITH n, count(r) AS total, collect(r) AS found, collect(m) AS others
RETURN n AS node, total, found[$skip..$end] AS relationships, others[$skip..$end] AS neighbours
ORDER BY n.id`,
  anyGraph: {
    // What is counted is not sorted: a node may have tens of thousands of neighbours.
    cypher: `
UNWIND $ids AS id
MATCH (n)
WHERE elementId(n) = id
CALL (n) {
  MATCH (n)-[r]-(m)
  WHERE ${wantedOfAnyGraph}
  RETURN count(r) AS total
}
CALL (n) {
  MATCH (n)-[r]-(m)
  WHERE ${wantedOfAnyGraph}
  WITH r, m
  ORDER BY type(r), m, r
  SKIP $skip
  LIMIT $limit
  RETURN collect(r) AS relationships, collect(m) AS neighbours
}
RETURN n AS node, total, relationships, neighbours
ORDER BY elementId(n)`,
    isByRow: true,
    ofLabels: (labels, wanted, context) => nodesOfLabels(labels, wanted, context),
  },
});
