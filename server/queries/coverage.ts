import { z } from 'zod';
import { defineQuery } from './define-query.ts';

/**
 * A passage's `citedBy` counts the nodes that cite it, figures among them, and `facts` the relationships that it is evidence of,
 * that from each figure to what it measures among them: without these, both count what an author has written.
 */
export const coverage = defineQuery({
  name: 'coverage',
  title: { zh: '覆盖情况', en: 'Coverage' },
  description: {
    zh: '各段落按阅读顺序给图谱贡献了多少节点、关系和数字,又有几处有意没有收入。',
    en: 'How many nodes, relationships and figures each passage gave, in reading order, and how many clauses were left out on purpose.',
  },
  result: 'table',
  parameters: z.strictObject({}),
  cypher: `
MATCH (p:Passage {dataSet: $dataSet})
OPTIONAL MATCH (f:Figure)-[:CITES]->(p)
WITH p, count(DISTINCT f) AS figures
RETURN p AS passage, p.citedBy - figures AS nodes, p.facts - figures AS relationships, figures,
  size(coalesce(p.leftOut, [])) AS leftOut
ORDER BY p.order, p.id`,
});
