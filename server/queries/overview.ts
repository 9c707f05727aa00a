import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { schemaPicture } from './schema-picture.ts';
import { titled } from './parameters.ts';

/** One row for each node, with the relationships that start at it, so that no node travels twice. */
export const overview = defineQuery({
  name: 'overview',
  title: { zh: '总览', en: 'Overview' },
  description: {
    zh: '最重要的节点,以及它们之间的全部关系。',
    en: 'The most prominent nodes and all relationships among them.',
  },
  result: 'graph',
  parameters: z.strictObject({
    depth: titled(z.int().min(1).max(9).default(1), { zh: '层次', en: 'Depth' }),
  }),
  cypher: `
MATCH (n:Entity {dataSet: $dataSet})
WHERE n.prominence <= $depth
OPTIONAL MATCH (n)-[r]->(m:Entity)
WHERE m.prominence <= $depth
WITH n, r
ORDER BY r.id
WITH n, collect(r) AS relationships
RETURN n AS node, relationships
ORDER BY n.prominence, n.id`,
  anyGraph: {
    cypher: '// labels as nodes: from the counts that the engine keeps, and a sample of the relationships of each type',
    answer: schemaPicture,
  },
});
