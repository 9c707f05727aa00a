import { typeRelationship } from '../any-graph/label-node.ts';
import { readEnds } from '../any-graph/relationship-ends.ts';
import type { Answer } from '../contract/answer.ts';
import type { QueryContext } from './query-context.ts';
import { labelRow, toAnswer } from './label-answers.ts';

/**
 * The schema as a picture: a node for each label with the number of its nodes, and a relationship for each type between
 * two labels with how many of it there are. Of a type with many, these numbers follow from a sample; `isSampled` says so.
 */
export async function schemaPicture({ store, options }: QueryContext): Promise<Answer> {
  const begin = performance.now();
  const { labels, types } = await store.schema(options);
  const ends = await readEnds(store, types, options);
  const known = new Set(labels.map(({ name }) => name));
  const whole = ends.filter(({ from, to }) => known.has(from) && known.has(to));
  const rows = labels
    .toSorted((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1))
    .map((label) => {
      const relationships = whole
        .filter(({ from }) => from === label.name)
        .map((end) => typeRelationship(end, { count: end.count, ...(end.isSampled && { isSampled: true }) }));
      return labelRow(label, [relationships.map(({ id }) => ({ $relationship: id }))], { relationships });
    });
  const answer = toAnswer(['node', 'relationships'], rows, Math.round((performance.now() - begin) * 100) / 100);
  const sampled = [...new Set(whole.flatMap(({ type, isSampled }) => (isSampled ? [type] : [])))];
  const detail = `of ${sampled.length} types only a sample was looked at: ${sampled.join(', ')}`;
  return { ...answer, notices: sampled.length > 0 ? [{ code: 'schema-sampled', detail }] : [] };
}
