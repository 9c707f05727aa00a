import { z } from 'zod';
import { defineQuery } from './define-query.ts';

/** For what answers without a database, such as the graph as one file: none of it is among the properties that travel. */
export const searchIndex = defineQuery({
  name: 'search-index',
  title: { zh: '检索数据', en: 'Search index' },
  description: {
    zh: '查找和排列每个节点所依据的内容：显著程度、次序、计数、拼音、首字母和检索文字。',
    en: 'What finding and ordering go by, for each node: prominence, order, counts, pinyin, initials and search text.',
  },
  result: 'table',
  parameters: z.strictObject({}),
  cypher: `
MATCH (n:Entity {dataSet: $dataSet})
RETURN n.id AS id, n.prominence AS prominence, n.order AS place, n.citedBy AS citedBy, n.facts AS facts,
  n.pinyin AS pinyin, n.initials AS initials, n.searchText AS searchText
ORDER BY n.id`,
});
