import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { labelRow, toAnswer } from './label-answers.ts';
import { nodeId } from './parameters.ts';

export const node = defineQuery({
  name: 'node',
  title: { zh: '节点', en: 'Node' },
  description: { zh: '一个节点的全部内容。', en: 'One node, whole.' },
  result: 'graph',
  parameters: z.strictObject({ id: nodeId({ zh: '节点', en: 'Node' }) }),
  ids: ({ id }) => ({ nodes: [id] }),
  cypher: `
MATCH (n:Entity {id: $id, dataSet: $dataSet})
RETURN n AS node
ORDER BY n.id`,
  anyGraph: {
    cypher: `
MATCH (n)
WHERE elementId(n) = $id
RETURN n AS node
ORDER BY elementId(n)`,
    ofLabels: (labels) =>
      toAnswer(
        ['node'],
        labels.map((label) => labelRow(label)),
      ),
  },
});
