import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { kinds, labelNames, limit, nodeIds, titled } from './parameters.ts';

/** What can be chosen where a node of some sort is wanted. `total` says how many there are, whatever the limit. */
export const nodes = defineQuery({
  name: 'nodes',
  title: { zh: '节点列表', en: 'Nodes' },
  description: {
    zh: '按标签、所有的关系和文字挑出的节点，重要的在前。',
    en: 'Nodes by their label, by the relationships that they have and by a text, the prominent first.',
  },
  result: 'table',
  parameters: z.strictObject({
    ids: titled(nodeIds.optional(), { zh: '只看这些节点', en: 'Only these nodes' }, 'node-id'),
    labels: titled(labelNames.optional(), { zh: '标签', en: 'Labels' }),
    kinds: titled(kinds.optional(), { zh: '方向和关系类型', en: 'Directions and relationship types' }),
    text: titled(z.string().trim().max(200).optional(), { zh: '文字', en: 'Text' }),
    limit: limit(200, 50),
  }),
  bind: ({ text = '' }) => ({
    words: text
      .normalize('NFKC')
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== ''),
  }),
  cypher: `
MATCH (n:Entity {dataSet: $dataSet})
WHERE ($ids IS NULL OR n.id IN $ids)
  AND ($labels IS NULL OR any(label IN labels(n) WHERE label IN $labels))
  AND all(word IN $words WHERE n.searchText CONTAINS word)
  AND ($kinds IS NULL OR EXISTS {
    MATCH (n)-[r]-(:Entity)
    WHERE CASE WHEN startNode(r) = n THEN 'out:' ELSE 'in:' END + type(r) IN $kinds
  })
WITH collect(n) AS found
UNWIND found AS n
RETURN n AS node, size(found) AS total
ORDER BY coalesce(n.prominence, 9), size(n.name), n.id
LIMIT $limit`,
});
