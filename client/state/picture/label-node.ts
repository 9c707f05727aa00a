import type { Node } from '../../../server/contract/graph.ts';

/**
 * How many nodes a label has, for the node that stands for it on the picture of a database's schema; undefined for a node
 * of the graph. The server makes the id of such a node from the label.
 */
export function labelSize({ id, labels: [label = ''], properties: { count } }: Node): number | undefined {
  return id === `label:${label}` && typeof count === 'number' ? count : undefined;
}
