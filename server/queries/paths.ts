import { z } from 'zod';
import type { Ontology } from '../contract/data-set/ontology.ts';
import { defineQuery } from './define-query.ts';
import { limit, nodeId, titled, typeNames } from './parameters.ts';
import { pathsOfLabels } from './paths-of-labels.ts';
import { typesToAvoid } from './types-to-avoid.ts';

/** All paths are many more than the shortest ones, and each step more multiplies them. */
const mostHopsOfAll = 4;

const usualHops = { shortest: 6, 'all-shortest': 6, all: mostHopsOfAll };

const ends = `
MATCH (a:Entity {id: $from, dataSet: $dataSet})
MATCH (b:Entity {id: $to, dataSet: $dataSet})`;

const ordered = `
RETURN path, length(path) AS hops
ORDER BY hops, [n IN nodes(path) | n.id], [r IN relationships(path) | r.id]
LIMIT $limit`;

const shortest = `${ends}
MATCH path = allShortestPaths((a)-[:{{walk}}*..8]-(b))
WITH path
WHERE length(path) <= $maxHops${ordered}`;

/** A path that comes to a node twice is a detour. */
const all = (hops: number) => `${ends}
MATCH path = (a)-[:{{walk}}*1..${hops}]-(b)
WHERE all(n IN nodes(path) WHERE size([m IN nodes(path) WHERE m.id = n.id]) = 1)
WITH path${ordered}`;

const endsOfAnyGraph = `
MATCH (a)
WHERE elementId(a) = $from
MATCH (b)
WHERE elementId(b) = $to`;

const orderedOfAnyGraph = `
RETURN path, length(path) AS hops
ORDER BY hops, [n IN nodes(path) | elementId(n)], [r IN relationships(path) | elementId(r)]
LIMIT $limit`;

const shortestOfAnyGraph = `${endsOfAnyGraph}
MATCH path = allShortestPaths((a)-[*..8]-(b))
WHERE none(r IN relationships(path) WHERE type(r) IN $avoid)
WITH path
WHERE length(path) <= $maxHops${orderedOfAnyGraph}`;

const allOfAnyGraph = (hops: number) => `${endsOfAnyGraph}
MATCH path = (a)-[*1..${hops}]-(b)
WHERE none(r IN relationships(path) WHERE type(r) IN $avoid)
  AND all(n IN nodes(path) WHERE single(m IN nodes(path) WHERE m = n))
WITH path${orderedOfAnyGraph}`;

interface Values {
  kind: keyof typeof usualHops;
  maxHops?: number | undefined;
  limit: number;
  avoid?: string[] | undefined;
}

/** What follows from the parameters together. */
function bound({ kind, maxHops = usualHops[kind], limit: most, avoid }: Values, ontology: Ontology) {
  return { maxHops, limit: kind === 'shortest' ? 1 : most, avoid: typesToAvoid(avoid, ontology) };
}

export const paths = defineQuery({
  name: 'paths',
  title: { zh: '路径', en: 'Paths' },
  description: {
    zh: '两个节点之间的路径,不论方向:最短的一条、全部最短的,或步数以内的全部路径。',
    en: 'Paths between two nodes, whatever the direction: one shortest, all shortest, or all up to a number of steps.',
  },
  result: 'graph',
  parameters: z
    .strictObject({
      from: nodeId({ zh: '起点', en: 'From' }),
      to: nodeId({ zh: '终点', en: 'To' }),
      maxHops: titled(z.int().min(1).max(8).optional(), { zh: '最多步数', en: 'Steps at most' }),
      avoid: titled(typeNames.optional(), { zh: '避开的关系类型', en: 'Relationship types to avoid' }),
      kind: titled(z.enum(['shortest', 'all-shortest', 'all']).default('shortest'), { zh: '种类', en: 'Kind' }),
      limit: limit(100, 20),
    })
    .refine(({ from, to }) => from !== to, { path: ['to'], message: 'it is the same node as from' })
    .refine(({ kind, maxHops = 1 }) => kind !== 'all' || maxHops <= mostHopsOfAll, {
      path: ['maxHops'],
      message: `all paths may have ${mostHopsOfAll} steps at most`,
    }),
  bind: bound,
  walk({ avoid }, ontology) {
    const avoided = typesToAvoid(avoid, ontology);
    return ontology.types.map(({ name }) => name).filter((name) => !avoided.includes(name));
  },
  ids: ({ from, to }) => ({ nodes: [from, to] }),
  cypher: shortest,
  variant: ({ kind, maxHops = usualHops[kind] }) => (kind === 'all' ? all(maxHops) : shortest),
  anyGraph: {
    cypher: shortestOfAnyGraph,
    variant: ({ kind, maxHops = usualHops[kind] }) => (kind === 'all' ? allOfAnyGraph(maxHops) : shortestOfAnyGraph),
    ofLabels: (_, values, context) => pathsOfLabels({ ...values, ...bound(values, context.ontology) }, context),
  },
});
