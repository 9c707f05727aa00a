import { membership, membershipType } from '../any-graph/label-node.ts';
import type { Answer } from '../contract/answer.ts';
import type { Node } from '../contract/graph.ts';
import { matchLabel } from '../store/cypher-name.ts';
import type { QueryContext } from './query-context.ts';
import { labelRow, toAnswer, type Label } from './label-answers.ts';

/** Which nodes of a label are wanted, as for the neighbours of any node. */
interface Wanted {
  types?: string[] | undefined;
  avoid: string[];
  direction: 'in' | 'out' | 'both';
  kinds?: string[] | undefined;
  others?: string[] | undefined;
  labels?: string[] | undefined;
  limit: number;
  skip: number;
}

const columns = ['node', 'total', 'relationships', 'neighbours'];

/** The nodes of labels as neighbours of the labels' own nodes, a page of each in the order of the engine. */
export async function nodesOfLabels(labels: Label[], wanted: Wanted, context: QueryContext): Promise<Answer> {
  const { store, options } = context;
  const given = isWanted(wanted) ? labels : [];
  const conditions = conditionsFor(wanted);
  const matches = given.map(({ name }, index) => {
    const match = matchLabel(name, `$names[${index}]`);
    return conditions.length > 0 ? `${match} WITH x WHERE ${conditions.join(' AND ')}` : match;
  });
  const pages = matches.map(
    (match, index) => `${match} WITH x ORDER BY x SKIP $skip LIMIT $limit RETURN ${index} AS place, x AS node`,
  );
  const counts = matches.map((match, index) => `${match} RETURN ${index} AS place, count(x) AS total`);
  const { others = null, labels: withLabels = null, limit, skip } = wanted;
  const params = { names: given.map(({ name }) => name), others, labels: withLabels, limit, skip };
  const read = (texts: string[]) => store.read(texts.join('\nUNION ALL '), params, options);
  const [page, counted] = await Promise.all([
    pages.length > 0 ? read(pages) : toAnswer([], []),
    // What no condition narrows is counted in the schema, which is at hand.
    conditions.length > 0 && counts.length > 0 ? read(counts) : undefined,
  ]);
  const nodes = new Map(page.graph.nodes.map((node) => [node.id, node]));
  const rows = labels.map((label) => {
    const place = given.indexOf(label);
    const found = page.table.rows.flatMap(([at, cell]) => (at === place ? nodeIn(cell, nodes) : []));
    const total = place < 0 ? 0 : (counted?.table.rows.find(([at]) => at === place)?.[1] ?? label.count);
    const relationships = found.map((node) => membership(label.name, node.id));
    return labelRow(
      label,
      [total, relationships.map(({ id }) => ({ $relationship: id })), found.map(({ id }) => ({ $node: id }))],
      { nodes: found, relationships },
    );
  });
  return { ...toAnswer(columns, rows, page.ms), truncated: page.truncated };
}

/** Whether the one kind of relationship that a label's node has is asked for. */
function isWanted({ types, avoid, direction, kinds }: Wanted): boolean {
  if (direction === 'in' || avoid.includes(membershipType)) return false;
  return (types?.includes(membershipType) ?? true) && (kinds?.includes(`out:${membershipType}`) ?? true);
}

function conditionsFor({ others, labels }: Wanted): string[] {
  return [
    ...(others ? ['elementId(x) IN $others'] : []),
    ...(labels ? ['any(label IN labels(x) WHERE label IN $labels)'] : []),
  ];
}

function nodeIn(cell: unknown, nodes: ReadonlyMap<string, Node>): Node[] {
  if (typeof cell !== 'object' || cell === null || !('$node' in cell) || typeof cell.$node !== 'string') return [];
  const node = nodes.get(cell.$node);
  return node ? [node] : [];
}
