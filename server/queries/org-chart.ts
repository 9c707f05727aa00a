import { z } from 'zod';
import type { Ontology } from '../contract/data-set/ontology.ts';
import { defineQuery } from './define-query.ts';

/** All that an organisation chart shows: who is above whom, who oversees or founded whom beside that, and the numbers that measure them. */
export const orgChart = defineQuery({
  name: 'org-chart',
  title: { zh: '组织结构图', en: 'Organisation chart' },
  description: {
    zh: '上下级、成立、监督、指导和联系的关系，以及度量这些组织的数字。',
    en: 'Who is above, established, oversees, guides and looks after whom, and the figures that measure these bodies.',
  },
  result: 'graph',
  parameters: z.strictObject({}),
  bind: (_, ontology) => ({ types: chartTypes(ontology) }),
  // Where no type is drawn the text needs one all the same, but then does not ask for it.
  walk: (_, ontology) =>
    chartTypes(ontology).length > 0 ? chartTypes(ontology) : ontology.types.map(({ name }) => name),
  cypher: `
MATCH (above:Entity {dataSet: $dataSet})-[r]->(below:Entity)
WHERE type(r) IN $types OR (type(r) = 'MEASURES' AND size($types) > 0 AND EXISTS { (below)-[:{{walk}}]-(:Entity) })
RETURN above, r AS relationship, below
ORDER BY coalesce(above.prominence, 9), above.id, type(r), coalesce(below.prominence, 9), below.id, r.id`,
});

const chartTypes = ({ types }: Pick<Ontology, 'types'>): string[] =>
  types.flatMap(({ name, hierarchy, beside }) => (hierarchy || beside !== undefined ? [name] : []));
