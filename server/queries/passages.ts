import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { nodeId } from './parameters.ts';

/**
 * `citedBy` counts the nodes that a passage gave, `facts` the relationships; `figures` those of the nodes that are figures, each of
 * which has one of the relationships, to what it measures.
 */
export const passages = defineQuery({
  name: 'passages',
  title: { zh: '段落', en: 'Passages' },
  description: {
    zh: '文件的段落,按阅读顺序,并计出各段给出的节点、关系和其中的数字。',
    en: 'The passages of the document in reading order, with how many nodes and relationships each one gave, and how many of these nodes are figures.',
  },
  result: 'table',
  parameters: z.strictObject({ section: nodeId({ zh: '章节', en: 'Section' }).optional() }),
  ids: ({ section }) => ({ nodes: section === undefined ? [] : [section] }),
  cypher: `
MATCH (p:Passage {dataSet: $dataSet})
OPTIONAL MATCH (p)-[:PART_OF]->(s:Section)
WITH p, s
WHERE $section IS NULL OR s.id = $section OR EXISTS { (s)-[:PART_OF]->(:Section {id: $section}) }
OPTIONAL MATCH (f:Figure)-[:CITES]->(p)
WITH p, s, count(DISTINCT f) AS figures
RETURN p AS passage, s AS section, p.citedBy AS citedBy, p.facts AS facts, figures
ORDER BY p.order, p.id`,
});
