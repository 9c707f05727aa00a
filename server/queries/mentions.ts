import { z } from 'zod';
import { defineQuery } from './define-query.ts';

/**
 * One row for each section of the document, whole; one for each node that the document is evidence of, with its names; and one for
 * each such relationship, with its date or period where it has one: its id, `start.TYPE.end`, tells the rest. All else of them is
 * left to the query `facts`, for this one is of the whole document: with every property, it took twice as long. Sections come
 * first: where the answer is cut, what is left stands in its place.
 */
export const mentions = defineQuery({
  name: 'mentions',
  title: { zh: '原文所述', en: 'What the document says' },
  description: {
    zh: '文件的各个部分，以及文件所述的全部节点和关系：各有编号、名称或时间，以及出处和引文。关系的编号是“起点.类型.终点”。',
    en: 'The sections of the document, and all nodes and relationships that it is evidence of: the id, the names or the time, the addresses and the quotes of each. The id of a relationship is start.TYPE.end.',
  },
  result: 'table',
  parameters: z.strictObject({}),
  cypher: `
MATCH (s:Section {dataSet: $dataSet})
RETURN s AS section, s.id AS id, null AS name, null AS nameEn, null AS time, null AS evidence, null AS quotes
ORDER BY id
UNION ALL
MATCH (n:Entity {dataSet: $dataSet})
WHERE n.evidence IS NOT NULL
RETURN null AS section, n.id AS id, n.name AS name, n.nameEn AS nameEn, null AS time,
  n.evidence AS evidence, n.quotes AS quotes
ORDER BY id
UNION ALL
MATCH (:Entity {dataSet: $dataSet})-[r]->(:Entity)
WHERE r.evidence IS NOT NULL
RETURN null AS section, r.id AS id, null AS name, null AS nameEn,
  CASE
    WHEN r.since IS NULL AND r.until IS NULL THEN r.at
    ELSE coalesce(r.since, '') + '/' + coalesce(r.until, '')
  END AS time,
  r.evidence AS evidence, r.quotes AS quotes
ORDER BY id`,
});
