import type { NodeSingular } from 'cytoscape';
import type { DrawnNode } from '../state/picture/drawing.ts';
import { circlePath } from '../state/exporting/basic-shapes.ts';
import { iconShapes, strokeShapes } from '../state/exporting/icon-shapes.ts';
import { changes } from '../state/picture/filters.ts';
import { colourOf } from '../state/picture/looks.ts';
import { labelStyleOf } from '../state/ontology.ts';
import { nameOfId } from '../state/picture/picture.ts';
import { palette } from '../state/scheme.ts';
import type { GroupShape, PathShape, Shape } from '../state/picture/shapes.ts';
import { pins } from '../state/view/view.ts';
import { badgePaths } from './badges.ts';
import type { Badge } from './badges.ts';
import { bodyPath } from './body-path.ts';
import type { Body } from './body-path.ts';
import { badgesOf } from './elements.ts';
import { nodeCaption } from './node-caption.ts';
import type { Taken } from './taken-picture.ts';

/** Dashes and gaps of a node's rim, as Cytoscape draws them. */
const rimDashes: Readonly<Record<string, readonly number[]>> = { dashed: [4, 2], dotted: [1, 1] };

/** A node, a group or what stands for more: its body, its icon and badges, and its caption where it has one. */
export function shapesOfNode(node: NodeSingular, drawn: DrawnNode, taken: Taken): GroupShape {
  const { x, y } = node.position();
  const padding = Number(node.numericStyle('padding'));
  const body = { x, y, width: node.width() + 2 * padding, height: node.height() + 2 * padding };
  return {
    kind: 'group',
    title: nameOfId(drawn.id),
    shapes: [
      ...outlineShapes(node, body, taken),
      ...bodyShapes(node, drawn, body, taken),
      ...(drawn.kind === 'node' ? badgeShapes(drawn.id, body, node.effectiveOpacity(), taken) : []),
      ...nodeCaption(node, body, taken),
    ],
  };
}

/** The ring round what is selected, or on a path. */
function outlineShapes(node: NodeSingular, body: Body, { colour }: Taken): PathShape[] {
  const width = Number(node.numericStyle('outline-width'));
  if (width === 0) return [];
  const by = (Number(node.numericStyle('border-width')) + width + Number(node.numericStyle('outline-offset'))) / 2;
  const stroke = { colour: colour(String(node.style('outline-color'))), width, dash: [] };
  const d = bodyPath(String(node.style('shape')), body, by);
  return [{ kind: 'path', d, fill: null, stroke, opacity: node.effectiveOpacity() }];
}

function bodyShapes(node: NodeSingular, drawn: DrawnNode, body: Body, { scheme, colour }: Taken): Shape[] {
  const opacity = node.effectiveOpacity();
  const d = bodyPath(String(node.style('shape')), body);
  const isOfGraph = drawn.kind === 'node';
  const fill = isOfGraph ? colourOf(drawn.node)[scheme] : colour(String(node.style('background-color')));
  const ground: PathShape = {
    kind: 'path',
    d,
    fill,
    stroke: null,
    opacity: opacity * Number(node.numericStyle('background-opacity')),
  };
  const rim: PathShape = {
    kind: 'path',
    d,
    fill: null,
    stroke: {
      colour: colour(String(node.style('border-color'))),
      width: Number(node.numericStyle('border-width')),
      dash: rimDashes[String(node.style('border-style'))] ?? [],
    },
    opacity,
  };
  const size = iconShare * Math.min(body.width, body.height);
  const icon = isOfGraph ? iconShapes(labelStyleOf(drawn.node).icon, palette[scheme].icon, body, size, opacity) : [];
  return [ground, ...icon, rim];
}

/** Of a node, how much its icon takes across; as in the style sheet. */
const iconShare = 0.54;

/** How large badges are, and how far their middle is inside of the node's corner; as in the style sheet. */
const badgeSize = 18;
const badgeInset = 2;

function badgeShapes(id: string, { x, y, width, height }: Body, opacity: number, { scheme }: Taken): Shape[] {
  const side = width / 2 - badgeInset;
  return badgesOf(id, { pins: pins.value, changes: changes.value }).flatMap((badge, index) =>
    badgeShape(badge, { x: index === 0 ? x + side : x - side, y: y - height / 2 + badgeInset }, opacity, scheme),
  );
}

/** A disc in ink with its sign in the colour of the ground, as `badgeAddress` draws it in a square of 32. */
function badgeShape(badge: Badge, middle: { x: number; y: number }, opacity: number, scheme: Taken['scheme']): Shape[] {
  const { ink, ground } = palette[scheme];
  const scale = badgeSize / 32;
  const disc: PathShape = {
    kind: 'path',
    d: circlePath(middle.x, middle.y, 15 * scale),
    fill: ink,
    stroke: { colour: ground, width: 2 * scale, dash: [] },
    opacity,
  };
  const sign = { colour: ground, middle, size: 24 * 0.84 * scale, strokeWidth: 3, opacity };
  return [disc, ...strokeShapes([badgePaths[badge]], sign)];
}
