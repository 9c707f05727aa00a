import type { EdgeSingular } from 'cytoscape';
import type { Point } from '../../server/contract/point.ts';
import type { DrawnEdge } from '../state/picture/drawing.ts';
import { curvePath, linePath, polygonPath } from '../state/exporting/basic-shapes.ts';
import { sentenceOf } from '../state/ontology.ts';
import { nameOfId } from '../state/picture/picture.ts';
import type { GroupShape, PathShape, Shape } from '../state/picture/shapes.ts';
import type { Taken } from './taken-picture.ts';

/** Dashes and gaps of each style of lines, as Cytoscape draws them. */
const dashes: Readonly<Record<string, readonly number[]>> = { dashed: [6, 3], dotted: [1, 1] };

/** A relationship: its line, its arrow, and its caption where it has one. Null where its ends cover each other. */
export function shapesOfEdge(edge: EdgeSingular, drawn: DrawnEdge, taken: Taken): GroupShape | null {
  const start = edge.sourceEndpoint();
  const end = edge.targetEndpoint();
  const middle = edge.midpoint();
  if (![start.x, start.y, end.x, end.y].every(Number.isFinite)) return null;
  const controls = edge.controlPoints() ?? [];
  const width = Number(edge.numericStyle('width'));
  const opacity = Number(edge.numericStyle('opacity')) * Number(edge.numericStyle('line-opacity'));
  const hasArrow = edge.style('target-arrow-shape') === 'triangle';
  const scale = Number(edge.numericStyle('arrow-scale'));
  const last = controls.at(-1) ?? start;
  const lineEnd = hasArrow ? toward(end, last, 2 * width * scale) : end;
  const points = withMiddles(start, controls, lineEnd);
  const line: PathShape = {
    kind: 'path',
    d: controls.length > 0 ? curvePath(points) : linePath(points),
    fill: null,
    stroke: {
      colour: taken.colour(String(edge.style('line-color'))),
      width,
      dash: dashes[String(edge.style('line-style'))] ?? [],
    },
    opacity,
  };
  const from = controls.length > 0 ? onCurve(points.slice(-3), 0.9) : middle;
  const arrow: Shape[] = hasArrow ? [arrowShape(edge, from, end, opacity, taken)] : [];
  const title = drawn.kind === 'relationship' ? sentenceOf(drawn.relationship, nameOfId) : nameOfId(drawn.target);
  return {
    kind: 'group',
    title,
    shapes: [line, ...arrow, ...captionShapes(edge, { start, end, middle, controls }, taken)],
  };
}

/** Between two control points, a curve passes through their middle. */
function withMiddles(start: Point, controls: readonly Point[], end: Point): Point[] {
  const pieces = controls.flatMap((control, index) => {
    const next = controls[index + 1];
    return next ? [control, { x: (control.x + next.x) / 2, y: (control.y + next.y) / 2 }] : [control];
  });
  return [start, ...pieces, end];
}

/** A point moved towards another, which it does not pass. */
function toward(point: Point, goal: Point, by: number): Point {
  const length = Math.hypot(goal.x - point.x, goal.y - point.y) || 1;
  const share = Math.min(1, by / length);
  return { x: point.x + share * (goal.x - point.x), y: point.y + share * (goal.y - point.y) };
}

function onCurve([from, control, to]: readonly Point[], share: number): Point {
  if (!from || !control || !to) return { x: 0, y: 0 };
  const mix = (a: number, b: number, c: number): number =>
    (1 - share) ** 2 * a + 2 * share * (1 - share) * b + share ** 2 * c;
  return { x: mix(from.x, control.x, to.x), y: mix(from.y, control.y, to.y) };
}

/** A triangle that points from one place at another, where its tip is. */
function arrowShape(edge: EdgeSingular, from: Point, tip: Point, opacity: number, taken: Taken): PathShape {
  const width = Number(edge.numericStyle('width'));
  const size = Math.max((13.37 * width) ** 0.9, 29) * Number(edge.numericStyle('arrow-scale'));
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const back = { x: tip.x - 0.3 * size * cos, y: tip.y - 0.3 * size * sin };
  const side = { x: -0.15 * size * sin, y: 0.15 * size * cos };
  return {
    kind: 'path',
    d: polygonPath([{ x: back.x + side.x, y: back.y + side.y }, tip, { x: back.x - side.x, y: back.y - side.y }]),
    fill: taken.colour(String(edge.style('target-arrow-color'))),
    stroke: null,
    opacity,
  };
}

interface Course {
  start: Point;
  end: Point;
  middle: Point;
  controls: readonly Point[];
}

/** What stands on the line, along it, on a ground of its own. */
function captionShapes(edge: EdgeSingular, { start, end, middle, controls }: Course, taken: Taken): Shape[] {
  const text = String(edge.style('label'));
  const size = Number(edge.numericStyle('font-size'));
  if (
    text === '' ||
    (taken.captions === null && size * taken.zoom < Number(edge.numericStyle('min-zoomed-font-size')))
  ) {
    return [];
  }
  const [, second] = controls;
  // A curve of several pieces passes its middle between two of them.
  const along = second
    ? { x: second.x - middle.x, y: second.y - middle.y }
    : { x: end.x - start.x, y: end.y - start.y };
  const turn = Math.atan(along.y / along.x) || 0;
  const padding = Number(edge.numericStyle('text-background-padding'));
  const [width, height] = [taken.ruler.width(text, size, 400) + 2 * padding, size + 2 * padding];
  const opacity = edge.effectiveOpacity();
  const at = (dx: number, dy: number): Point => turned(middle, turn, dx, dy);
  const [right, foot] = [width / 2, height / 2];
  return [
    {
      kind: 'path',
      d: polygonPath([at(-right, -foot), at(right, -foot), at(right, foot), at(-right, foot)]),
      fill: taken.colour(String(edge.style('text-background-color'))),
      stroke: null,
      opacity: opacity * Number(edge.numericStyle('text-background-opacity')),
    },
    {
      kind: 'text',
      ...at(0, size / 2 - taken.ruler.descent(text, size, 400)),
      text,
      size,
      weight: 400,
      colour: taken.colour(String(edge.style('color'))),
      anchor: 'middle',
      angle: (turn * 180) / Math.PI,
      halo: null,
      opacity,
    },
  ];
}

/** A point beside another, along and across a direction. */
function turned({ x, y }: Point, turn: number, along: number, across: number): Point {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return { x: x + along * cos - across * sin, y: y + along * sin + across * cos };
}
