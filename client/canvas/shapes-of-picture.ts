import type { CollectionReturnValue, Core } from 'cytoscape';
import type { Look } from '../state/picture/canvas-controls.ts';
import { drawing } from '../state/picture/drawing.ts';
import { shownGraph } from '../state/exporting/graph-to-take.ts';
import { inLocale, t } from '../state/locale.ts';
import { ontology } from '../state/ontology.ts';
import { palette, scheme as currentScheme } from '../state/scheme.ts';
import type { Box, Drawing, GroupShape } from '../state/picture/shapes.ts';
import { padding } from './camera.ts';
import { captionsFromNearby } from './captions.ts';
import { shapesOfEdge } from './shapes-of-edge.ts';
import { shapesOfNode } from './shapes-of-node.ts';
import type { Taken } from './taken-picture.ts';
import { colourIn, extentOf } from './taken-picture.ts';
import { fonts } from './stylesheet.ts';
import { textRuler } from './text-ruler.ts';

/** What Cytoscape shows, or all that it has drawn, as shapes, from its own geometry. */
export function shapesOfPicture(cy: Core, { area, hasGround, ...look }: Look): Drawing {
  const scheme = look.scheme === 'seen' ? currentScheme.peek() : look.scheme;
  const taken: Taken = {
    scheme,
    colour: colourIn(scheme),
    ruler: textRuler(fonts),
    // Of the part in sight, captions are those that stand there; of the whole, those that its own size has room for.
    captions: area === 'picture' ? captionsFromNearby(cy) : null,
    zoom: cy.zoom(),
    nodes: new Map(drawing.value.nodes.map((node) => [node.id, node])),
    edges: new Map(drawing.value.edges.map((edge) => [edge.id, edge])),
  };
  const drawn = cy
    .renderer()
    .getCachedZSortedEles()
    .filter((element) => element.visible())
    .flatMap((element) => shapesOf(element, taken) ?? []);
  const sight = cy.extent();
  const inSight = { x: sight.x1, y: sight.y1, width: sight.w, height: sight.h };
  const extents = drawn.map((group) => ({ group, extent: extentOf(group, taken.ruler) }));
  const kept = area === 'picture' ? extents : extents.filter(({ extent }) => isWithin(extent, inSight));
  const { nodes, relationships } = shownGraph();
  const name = ontology.value ? inLocale(ontology.value.title) : '';
  return {
    title: t('exporting.pictureTitle', { name, nodes: nodes.length, relationships: relationships.length }),
    box: area === 'sight' ? inSight : boxRound(kept.map(({ extent }) => extent)),
    background: hasGround ? palette[scheme].ground : null,
    shapes: kept.map(({ group }) => group),
  };
}

function shapesOf(element: CollectionReturnValue, taken: Taken): GroupShape | null {
  const node = taken.nodes.get(element.id());
  if (node) return shapesOfNode(element, node, taken);
  const edge = taken.edges.get(element.id());
  return edge ? shapesOfEdge(element, edge, taken) : null;
}

const isWithin = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** A box with all others in it, and a margin. */
function boxRound(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    [left, right] = [Math.min(left, x), Math.max(right, x + width)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + height)];
  }
  if (left > right) return { x: 0, y: 0, width: 2 * padding, height: 2 * padding };
  const [x, y] = [Math.floor(left - padding), Math.floor(top - padding)];
  return { x, y, width: Math.ceil(right + padding) - x, height: Math.ceil(bottom + padding) - y };
}
