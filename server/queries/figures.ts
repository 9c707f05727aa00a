import { z } from 'zod';
import { defineQuery } from './define-query.ts';
import { nodeId, titled } from './parameters.ts';

export const figures = defineQuery({
  name: 'figures',
  title: { zh: '数字', en: 'Figures' },
  description: {
    zh: '文件中的数字,按指标和时间排列,并列出它们所度量的对象。',
    en: 'The figures of the document by measure and over time, with what they measure.',
  },
  result: 'table',
  parameters: z.strictObject({
    measure: titled(z.string().min(1).max(100).optional(), { zh: '指标', en: 'Measure' }),
    node: nodeId({ zh: '对象', en: 'Of' }).optional(),
  }),
  ids: ({ node }) => ({ nodes: node === undefined ? [] : [node] }),
  cypher: `
MATCH (f:Figure {dataSet: $dataSet})-[m:MEASURES]->(n:Entity)
WHERE ($measure IS NULL OR f.measure = $measure) AND ($node IS NULL OR n.id = $node)
RETURN f.measure AS measure, coalesce(f.at, f.period) AS time, f.value AS value, f.unit AS unit,
  f.unitEn AS unitEn, f.qualifier AS qualifier, f.basis AS basis, f AS figure, m AS relationship, n AS of
ORDER BY measure, coalesce(f.at, f.period, ''), f.id, n.id`,
});
