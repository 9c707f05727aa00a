import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { titled, typeNames } from './parameters.ts';

/** `depth` is 1 for a relationship that starts at a root: a node below no other. */
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
MATCH (parent:Entity {dataSet: $dataSet})-[r]->(child:Entity)
WHERE type(r) IN $types
OPTIONAL MATCH path = (root:Entity)-[:{{walk}}*1..12]->(parent)
WHERE NOT EXISTS { (:Entity)-[:{{walk}}]->(root) }
WITH parent, r, child, coalesce(min(length(path)), 0) + 1 AS depth
RETURN depth, parent, r AS relationship, child
ORDER BY depth, coalesce(parent.prominence, 9), parent.id, type(r), coalesce(child.prominence, 9), child.id, r.id`,
});

function hierarchy({ types }: { types: { name: string; hierarchy: boolean }[] }): string[] {
  return types.filter((type) => type.hierarchy).map(({ name }) => name);
}
