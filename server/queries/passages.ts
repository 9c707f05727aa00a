import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { nodeId } from './parameters.ts';

/** `citedBy` counts the nodes that a passage gave, `facts` the relationships. */
export const passages = defineQuery({
  name: 'passages',
  title: { zh: '段落', en: 'Passages' },
  description: {
    zh: '文件的段落,按阅读顺序,并计出各段给出的节点和关系。',
    en: 'The passages of the document in reading order, with how many nodes and relationships each one gave.',
  },
  result: 'table',
  parameters: z.strictObject({ section: nodeId({ zh: '章节', en: 'Section' }).optional() }),
  ids: ({ section }) => ({ nodes: section === undefined ? [] : [section] }),
  cypher: `
MATCH (p:Passage {dataSet: $dataSet})
OPTIONAL MATCH (p)-[:PART_OF]->(s:Section)
WITH p, s
WHERE $section IS NULL OR s.id = $section OR EXISTS { (s)-[:PART_OF]->(:Section {id: $section}) }
RETURN p AS passage, s AS section, p.citedBy AS citedBy, p.facts AS facts
ORDER BY p.order, p.id`,
});
