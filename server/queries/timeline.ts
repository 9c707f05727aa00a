import { z } from 'zod';
import { defineQuery } from './define-query.ts';

/** A row is a dated node, or with one item in `relationships` a dated relationship that starts at the node. */
export const timeline = defineQuery({
  name: 'timeline',
  title: { zh: '时间线', en: 'Timeline' },
  description: {
    zh: '带日期的节点、关系和数字,按时间排列。',
    en: 'Dated nodes, relationships and figures in the order of time.',
  },
  result: 'table',
  parameters: z.strictObject({}),
  cypher: `
MATCH (n:Entity {dataSet: $dataSet})
OPTIONAL MATCH (n)-[r]->(m:Entity)
WHERE r.at IS NOT NULL OR r.since IS NOT NULL OR r.until IS NOT NULL
WITH n, r, m
ORDER BY r.id
WITH n, collect(r) AS dated, collect(m) AS others
UNWIND range(0, size(dated)) AS i
WITH n, dated[i..i + 1] AS relationships, others[i..i + 1] AS ends
WITH n, relationships, ends,
  CASE
    WHEN size(relationships) = 0 THEN coalesce(n.at, n.period)
    ELSE coalesce(relationships[0].at, relationships[0].since, relationships[0].until)
  END AS date
WHERE date IS NOT NULL
RETURN date, n AS node, relationships, ends
ORDER BY date, size(relationships), n.id, relationships[0].id`,
});
