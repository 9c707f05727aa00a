import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { nodesOfLabels } from './nodes-of-labels.ts';
import { kinds, labelNames, limit, nodeIds, titled, typeNames } from './parameters.ts';

/**
 * What the filters leave of the relationships of `n`, and a page of it with the other ends. Each is a subquery: the embedded
 * engine would look for the pattern of an OPTIONAL MATCH in the whole graph. What is counted is not sorted: a node may have
 * tens of thousands of neighbours.
 * @param other the pattern of the other end, which is `m`
 * @param otherId its id
 * @param order what the page is sorted by
 */
function found({ other, otherId, order }: Record<'other' | 'otherId' | 'order', string>): string {
  const pattern = `
  MATCH (n)-[r]-${other}
  WHERE ($types IS NULL OR type(r) IN $types)
    AND NOT type(r) IN $avoid
    AND ($direction = 'both' OR ($direction = 'out') = (startNode(r) = n))
    AND ($kinds IS NULL OR CASE WHEN startNode(r) = n THEN 'out:' ELSE 'in:' END + type(r) IN $kinds)
    AND ($others IS NULL OR ${otherId} IN $others)
    AND ($labels IS NULL OR any(label IN labels(m) WHERE label IN $labels))`;
  return `CALL (n) {${pattern}
  RETURN count(r) AS total
}
CALL (n) {${pattern}
  WITH r, m
  ORDER BY ${order}
  SKIP $skip
  LIMIT $limit
  RETURN collect(r) AS relationships, collect(m) AS neighbours
}`;
}

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
  bind: ({ ids }) => ({ ids: [...new Set(ids)] }),
  ids: ({ ids }) => ({ nodes: ids }),
  cypher: `
UNWIND $ids AS id
MATCH (n:Entity {id: id, dataSet: $dataSet})
${found({ other: '(m:Entity)', otherId: 'm.id', order: 'coalesce(m.prominence, 9), type(r), m.id, r.id' })}
RETURN n AS node, total, relationships, neighbours
ORDER BY n.id`,
  anyGraph: {
    cypher: `
UNWIND $ids AS id
MATCH (n)
WHERE elementId(n) = id
${found({ other: '(m)', otherId: 'elementId(m)', order: 'type(r), m, r' })}
RETURN n AS node, total, relationships, neighbours
ORDER BY elementId(n)`,
    isByRow: true,
    ofLabels: (labels, wanted, context) => nodesOfLabels(labels, wanted, context),
  },
});
