import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { limit, nodeId, titled, typeNames } from './parameters.ts';

/** Types that hold the document together are avoided unless the caller says which to avoid: by them all is near. */
export const paths = defineQuery({
  name: 'paths',
  title: { zh: '路径', en: 'Paths' },
  description: {
    zh: '两个节点之间的最短路径,不论方向。',
    en: 'The shortest paths between two nodes, whatever the direction.',
  },
  result: 'graph',
  parameters: z
    .strictObject({
      from: nodeId({ zh: '起点', en: 'From' }),
      to: nodeId({ zh: '终点', en: 'To' }),
      maxHops: titled(z.int().min(1).max(8).default(6), { zh: '最多步数', en: 'Steps at most' }),
      avoid: titled(typeNames.optional(), { zh: '避开的关系类型', en: 'Relationship types to avoid' }),
      kind: titled(z.enum(['shortest', 'all-shortest']).default('shortest'), { zh: '种类', en: 'Kind' }),
      limit: limit(100, 20),
    })
    .refine(({ from, to }) => from !== to, { path: ['to'], message: 'it is the same node as from' }),
  bind: ({ kind, limit: most }) => ({ limit: kind === 'shortest' ? 1 : most }),
  walk({ avoid }, { types }) {
    const avoided = avoid ?? types.filter(({ isStructural }) => isStructural).map(({ name }) => name);
    return types.map(({ name }) => name).filter((name) => !avoided.includes(name));
  },
  ids: ({ from, to }) => ({ nodes: [from, to] }),
  cypher: `
MATCH (a:Entity {id: $from})
MATCH (b:Entity {id: $to})
MATCH path = allShortestPaths((a)-[:{{walk}}*..8]-(b))
WITH path
WHERE length(path) <= $maxHops
RETURN path, length(path) AS hops
ORDER BY hops, [n IN nodes(path) | n.id], [r IN relationships(path) | r.id]
LIMIT $limit`,
});
