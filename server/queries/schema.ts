import { z } from 'zod';
import type { Json } from '../contract/json.ts';
import { defineQuery } from './define-query.ts';

export const schema = defineQuery({
  name: 'schema',
  title: { zh: '图的结构', en: 'Schema' },
  description: {
    zh: '数据库中的标签、关系类型及其数量,以及出现的属性。',
    en: 'Labels and relationship types of the database with their counts, and the properties that occur.',
  },
  result: 'table',
  parameters: z.strictObject({}),
  cypher: '// answered from the counts that the engine keeps',
  async answer({ store, options }) {
    const before = performance.now();
    const { labels, types, properties } = await store.schema(options);
    const rows: Json[][] = [
      ...labels.map(({ name, count }) => ['label', name, count]),
      ...types.map(({ name, count }) => ['type', name, count]),
      ...properties.map((name) => ['property', name, null]),
    ];
    return {
      graph: { nodes: [], relationships: [] },
      table: { columns: ['kind', 'name', 'count'], rows },
      truncated: false,
      ms: Math.round((performance.now() - before) * 100) / 100,
      notices: [],
    };
  },
});
