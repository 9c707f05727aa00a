import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { titled, typeNames } from './parameters.ts';

/** `depth` is 1 for a relationship that starts at a root, a node below no other, or inside a circle without one. */
export const orgStructure = defineQuery({
  name: 'org-structure',
  title: { zh: '组织结构', en: 'Organisation structure' },
  description: {
    zh: '上下级关系,从最上层逐层向下。',
    en: 'Who is above whom, from the top down.',
  },
  result: 'graph',
  parameters: z.strictObject({
    types: titled(typeNames.min(1).optional(), { zh: '关系类型', en: 'Relationship types' }),
  }),
  bind: ({ types }, ontology) => ({ types: types ?? hierarchy(ontology) }),
  walk: ({ types }, ontology) => types ?? hierarchy(ontology),
  cypher: `
MATCH path = (root:Entity {dataSet: $dataSet})-[:{{walk}}*1..12]->(below:Entity)
WHERE NOT EXISTS { (:Entity)-[:{{walk}}]->(root) }
WITH below.id AS id, min(length(path)) AS steps
WITH collect({id: id, steps: steps}) AS distances
MATCH (parent:Entity {dataSet: $dataSet})-[r]->(child:Entity)
WHERE type(r) IN $types
WITH parent, r, child, 1 + coalesce([item IN distances WHERE item.id = parent.id | item.steps][0], 0) AS depth
RETURN depth, parent, r AS relationship, child
ORDER BY depth, coalesce(parent.prominence, 9), parent.id, type(r), coalesce(child.prominence, 9), child.id, r.id`,
});

function hierarchy({ types }: { types: { name: string; hierarchy: boolean }[] }): string[] {
  return types.filter((type) => type.hierarchy).map(({ name }) => name);
}
