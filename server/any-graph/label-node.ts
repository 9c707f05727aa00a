import type { Node, Relationship } from '../contract/graph.ts';

/**
 * Nodes that stand for labels. They are in no database: the schema picture is drawn with them, and the nodes of a label
 * are got by asking for the neighbours of its node.
 */

const prefix = 'label:';

/** The type of the relationships from a label's node to the nodes of the label, in every such graph. */
export const membershipType = 'label:node';

export function labelId(label: string): string {
  return `${prefix}${label}`;
}

/** The label that an id stands for; undefined for the id of a node of the graph, which an engine makes of numbers. */
export function labelOf(id: string): string | undefined {
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}

/** A label as a node: what it is called on the picture says how many nodes it has. */
export function labelNode({ name, count }: { name: string; count: number }): Node {
  const title = `${name} (${new Intl.NumberFormat('en').format(count)})`;
  return { id: labelId(name), labels: [name], properties: { name: title, count } };
}

/** All relationships of a type between nodes of two labels, as one. */
export function typeRelationship(
  { type, from, to }: { type: string; from: string; to: string },
  properties: Relationship['properties'],
): Relationship {
  const id = relationshipId([from, type, to]);
  return { id, type, start: labelId(from), end: labelId(to), properties };
}

/** That a node is one of its label. */
export function membership(label: string, node: string): Relationship {
  const id = relationshipId([label, node]);
  return { id, type: membershipType, start: labelId(label), end: node, properties: {} };
}

/** Unambiguous, whatever the names have in them; no node has such an id. */
function relationshipId(parts: string[]): string {
  return `labels:${JSON.stringify(parts)}`;
}
