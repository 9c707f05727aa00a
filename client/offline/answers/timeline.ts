import type { Node, Relationship } from '../../../server/contract/graph.ts';
import { nodeCell, relationshipCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { textOf } from '../file-graph.ts';
import type { FileGraph } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';

/** Something with a date: a node, or a relationship that starts at it. */
interface Dated {
  date: string | null;
  node: Node;
  relationship: Relationship | null;
  end: Node | null;
}

export const timeline: OfflineQuery = {
  name: 'timeline',
  parameters: [],
  columns: ['date', 'node', 'relationships', 'ends'],
  rows: (graph) =>
    [...graph.nodes.values()]
      .flatMap((node) => ofRelationships(node, graph).concat(ofNode(node)))
      .filter(({ date }) => date !== null)
      .toSorted(
        inOrder(
          ({ date }) => date,
          ({ relationship }) => (relationship ? 1 : 0),
          ({ node }) => node.id,
          ({ relationship }) => relationship && relationship.id,
        ),
      )
      .map(({ date, node, relationship, end }) => [
        date,
        nodeCell(node),
        relationship ? [relationshipCell(relationship)] : [],
        end ? [nodeCell(end)] : [],
      ]),
};

const ofNode = (node: Node): Dated => ({
  date: textOf(node, 'at') ?? textOf(node, 'period'),
  node,
  relationship: null,
  end: null,
});

const ofRelationships = (node: Node, graph: FileGraph): Dated[] =>
  graph
    .around(node.id)
    .filter(({ isOut }) => isOut)
    .map(({ relationship, other }) => ({
      date: textOf(relationship, 'at') ?? textOf(relationship, 'since') ?? textOf(relationship, 'until'),
      node,
      relationship,
      end: other,
    }));
