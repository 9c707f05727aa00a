import { labelId, labelOf } from '../any-graph/label-node.ts';
import type { Answer } from '../contract/answer.ts';
import { labelRow, toAnswer, type Label } from './label-answers.ts';
import type { QueryContext } from './query-context.ts';
import { schemaPicture } from './schema-picture.ts';

/** Labels that are related to all of the given ones in the schema picture, the largest first. */
export async function commonNeighboursOfLabels(
  labels: Label[],
  { avoid, limit }: { avoid: string[]; limit: number },
  context: QueryContext,
): Promise<Answer> {
  const given = new Set(labels.map(({ name }) => labelId(name)));
  const { graph, ms } = await schemaPicture(context);
  const found = graph.nodes.flatMap((node) => {
    const relationships = graph.relationships.filter(({ type, start, end }) => {
      const other = start === node.id ? end : end === node.id ? start : undefined;
      return other !== undefined && other !== node.id && given.has(other) && !avoid.includes(type);
    });
    const reached = new Set(relationships.flatMap(({ start, end }) => [start, end]));
    const isCommon = [...given].every((id) => id !== node.id && reached.has(id));
    return isCommon ? [{ node, relationships }] : [];
  });
  const others = new Map(graph.nodes.map((node) => [node.id, node]));
  const rows = found
    .slice(0, limit)
    .map(({ node, relationships }) =>
      labelRow(
        { name: labelOf(node.id) ?? '', count: Number(node.properties['count']) },
        [relationships.map(({ id }) => ({ $relationship: id })), found.length],
        { nodes: [...given].flatMap((id) => others.get(id) ?? []), relationships },
      ),
    );
  return toAnswer(['node', 'relationships', 'total'], rows, ms);
}
