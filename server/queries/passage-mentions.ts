import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { nodeId } from './parameters.ts';

export const passageMentions = defineQuery({
  name: 'passage-mentions',
  title: { zh: '段落所述', en: 'What a passage says' },
  description: {
    zh: '一个段落给出的全部节点和关系。',
    en: 'All nodes and relationships that a passage gave.',
  },
  result: 'graph',
  parameters: z.strictObject({ id: nodeId({ zh: '段落', en: 'Passage' }) }),
  ids: ({ id }) => ({ nodes: [id] }),
  cypher: `
MATCH (p:Passage {id: $id, dataSet: $dataSet})
CALL (p) {
  MATCH (n:Entity)-[:CITES]->(p)
  WITH DISTINCT n
  ORDER BY n.id
  RETURN collect(n) AS nodes
}
CALL (p) {
  MATCH (s:Entity {dataSet: $dataSet})-[r]->(e:Entity)
  WHERE p.address IN r.evidence
  WITH s, r, e
  ORDER BY r.id
  RETURN collect(r) AS relationships, collect(s) AS starts, collect(e) AS ends
}
RETURN p AS passage, nodes, relationships, starts, ends
ORDER BY p.id`,
});
