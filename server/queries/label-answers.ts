import { labelId, labelNode, labelOf } from '../any-graph/label-node.ts';
import type { Answer } from '../contract/answer.ts';
import type { Node, Relationship } from '../contract/graph.ts';
import type { Json } from '../contract/json.ts';
import type { Schema } from '../contract/vocabulary.ts';
import { unknownNode } from './check-ids.ts';
import type { QueryContext } from './query-context.ts';

/** Answers about nodes that stand for labels. They are made here, for no database has them. */

export type Label = Schema['labels'][number];

/** A row with the nodes and relationships that its cells refer to. */
export interface Row {
  cells: Json[];
  nodes: Node[];
  relationships: Relationship[];
}

/** Which ids stand for labels, and which are the graph's own. Rejects with a ProblemError for a label that is not there. */
export async function splitIds(
  ids: string[],
  { store, options }: QueryContext,
): Promise<{ labels: Label[]; nodes: string[] }> {
  const named = [...new Set(ids)].filter((id) => labelOf(id) !== undefined);
  const nodes = ids.filter((id) => labelOf(id) === undefined);
  if (named.length === 0) return { labels: [], nodes };
  const schema = await store.schema(options);
  const labels = named.toSorted().map((id) => {
    const label = schema.labels.find(({ name }) => name === labelOf(id));
    if (!label) throw unknownNode(id);
    return label;
  });
  return { labels, nodes };
}

/** A cell that is the node of a label. */
function labelCell({ name }: Label): Json {
  return { $node: labelId(name) };
}

/** One row for each label, of which its node is the first cell. */
export function labelRow(label: Label, cells: Json[] = [], graph: Partial<Row> = {}): Row {
  const { nodes = [], relationships = [] } = graph;
  return { cells: [labelCell(label), ...cells], nodes: [labelNode(label), ...nodes], relationships };
}

export function toAnswer(columns: string[], rows: Row[], ms = 0): Answer {
  return {
    graph: {
      nodes: unique(rows.flatMap(({ nodes }) => nodes)),
      relationships: unique(rows.flatMap(({ relationships }) => relationships)),
    },
    table: { columns, rows: rows.map(({ cells }) => cells) },
    truncated: false,
    ms,
    notices: [],
  };
}

/** Two answers of one query, the rows of one before those of the other. */
export function joined(one: Answer, other: Answer): Answer {
  return {
    graph: {
      nodes: unique([...one.graph.nodes, ...other.graph.nodes]),
      relationships: unique([...one.graph.relationships, ...other.graph.relationships]),
    },
    table: { columns: one.table.columns, rows: [...one.table.rows, ...other.table.rows] },
    truncated: one.truncated || other.truncated,
    ms: one.ms + other.ms,
    notices: [...one.notices, ...other.notices],
  };
}

function unique<Item extends { id: string }>(items: Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
