import { z } from 'zod';
import { labelId, membershipType } from '../any-graph/label-node.ts';
import { defineQuery } from './define-query.ts';
import { toAnswer } from './label-answers.ts';
import { nodeIds } from './parameters.ts';

/** `total` counts the relationships of a type and direction; `count` those of them whose other end has the label. */
export const neighbourCounts = defineQuery({
  name: 'neighbour-counts',
  title: { zh: '邻居计数', en: 'Neighbour counts' },
  description: {
    zh: '所给节点的关系数,按类型、方向和另一端的标签。',
    en: 'How many relationships the given nodes have, by type, direction and label of the other end.',
  },
  result: 'table',
  parameters: z.strictObject({ ids: nodeIds }),
  bind: ({ ids }) => ({ ids: [...new Set(ids)] }),
  ids: ({ ids }) => ({ nodes: ids }),
  cypher: `
UNWIND $ids AS id
MATCH (n:Entity {id: id, dataSet: $dataSet})-[r]-(m:Entity)
WITH n.id AS id, type(r) AS type,
  CASE WHEN startNode(r).id = n.id THEN 'out' ELSE 'in' END AS direction,
  count(r) AS total, collect(m) AS others
UNWIND others AS other
UNWIND labels(other) AS label
WITH id, type, direction, total, label
WHERE label <> 'Entity'
RETURN id, type, direction, total, label, count(label) AS count
ORDER BY id, type, direction, label`,
  anyGraph: {
    cypher: `
UNWIND $ids AS id
MATCH (n)
WHERE elementId(n) = id
MATCH (n)-[r]-(m)
WITH id, type(r) AS type, CASE WHEN startNode(r) = n THEN 'out' ELSE 'in' END AS direction,
  labels(m) AS labels, count(r) AS count
WITH id, type, direction, sum(count) AS total, collect({labels: labels, count: count}) AS groups
UNWIND groups AS group
UNWIND CASE WHEN size(group.labels) = 0 THEN [''] ELSE group.labels END AS label
RETURN id, type, direction, total, label, sum(group.count) AS count
ORDER BY id, type, direction, label`,
    isByRow: true,
    ofLabels: (labels) =>
      toAnswer(
        ['id', 'type', 'direction', 'total', 'label', 'count'],
        labels.map(({ name, count }) => ({
          cells: [labelId(name), membershipType, 'out', count, name, count],
          nodes: [],
          relationships: [],
        })),
      ),
  },
});
