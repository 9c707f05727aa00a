import { z } from 'zod';
import { defineQuery } from './define-query.ts';

/**
 * One row for each node that the document is evidence of, or from which a relationship starts that it is evidence of, so that
 * nothing travels twice; and one for each section. Addresses and quotes are properties of what is in the rows. Sections come
 * first: where the answer is cut, what is left stands in its place.
 */
export const mentions = defineQuery({
  name: 'mentions',
  title: { zh: '原文所述', en: 'What the document says' },
  description: {
    zh: '文件所述的全部节点和关系,各带出处,以及文件的各个部分。',
    en: 'All nodes and relationships that the document is evidence of, with their addresses, and its sections.',
  },
  result: 'graph',
  parameters: z.strictObject({}),
  cypher: `
MATCH (n:Entity {dataSet: $dataSet})
OPTIONAL MATCH (n)-[r]->(:Entity)
WHERE r.evidence IS NOT NULL
WITH n, r
ORDER BY r.id
WITH n, 'Section' IN labels(n) AS isSection, collect(r) AS relationships
WHERE isSection OR n.evidence IS NOT NULL OR size(relationships) > 0
RETURN n AS node, isSection, relationships
ORDER BY isSection DESC, n.id`,
});
