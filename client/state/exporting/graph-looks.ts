import type { Graph, Node } from '../../../server/contract/graph.ts';
import type { Point } from '../../../server/contract/point.ts';
import { inLocale } from '../locale.ts';
import { colourOf, sizeOf } from '../picture/looks.ts';
import { labelStyleOf, typeStyleOf } from '../ontology.ts';
import { picture } from '../picture/picture.ts';
import { placeOf } from '../picture/placing.ts';

/** How a node is drawn; its place is null where it has none. */
export interface NodeLook {
  place: Point | null;
  size: number;
  colour: string;
  shape: string;
}

/** How a relationship is drawn, and what stands on it. */
export interface RelationshipLook {
  title: string;
  line: 'solid' | 'dashed' | 'dotted';
}

/** How a graph is drawn, by the ids of its nodes and the types of its relationships. */
export interface GraphLooks {
  nodes: ReadonlyMap<string, NodeLook>;
  types: ReadonlyMap<string, RelationshipLook>;
}

/** How large a node is drawn of which the picture knows nothing. */
const usualSize = 40;

/**
 * How a graph is drawn on light ground. Places are told where all nodes have one: a graph that is placed in part has to be
 * laid out anyway.
 */
export function looksOf({ nodes, relationships }: Graph): GraphLooks {
  const places = nodes.map(({ id }) => (picture.value.nodes.has(id) ? placeOf(id) : undefined));
  const arePlaced = places.every((place) => place !== undefined);
  const lookOf = (node: Node, index: number): NodeLook => ({
    place: (arePlaced && places[index]) || null,
    size: picture.value.nodes.has(node.id) ? sizeOf(node) : usualSize,
    colour: colourOf(node).light,
    shape: labelStyleOf(node).shape,
  });
  return {
    nodes: new Map(nodes.map((node, index) => [node.id, lookOf(node, index)])),
    types: new Map(
      [...new Set(relationships.map(({ type }) => type))].map((type) => {
        const { title, line } = typeStyleOf(type);
        return [type, { title: inLocale(title), line }];
      }),
    ),
  };
}
