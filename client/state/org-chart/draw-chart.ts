import type { Point } from '../../../server/contract/point.ts';
import { linePath, polygonPath } from '../exporting/basic-shapes.ts';
import { inLocale, t } from '../locale.ts';
import { ontology, sentenceOf } from '../ontology.ts';
import { nameOfId } from '../picture/picture.ts';
import { palette } from '../scheme.ts';
import type { Box, Drawing, GroupShape, Shape } from '../picture/shapes.ts';
import { spokenFace } from './card-face.ts';
import type { ChartCardPart, ChartLinePart } from './chart-parts.ts';
import type { ChartLine, LineKind } from './chart.ts';
import { shapesOfCard, shapesOfCount } from './draw-card.ts';
import type { Scheme } from './draw-card.ts';
import { measureText } from './laid-out.ts';
import type { LaidOutChart } from './laid-out.ts';
import { placeWords, wordsSize } from './place-words.ts';

/** The parts of a laid out chart, from back to front. */
export function partsOf({ chart, faces, cards, lines }: LaidOutChart): {
  lines: ChartLinePart[];
  cards: ChartCardPart[];
} {
  const exits = new Map<string, Point>();
  const lineParts = chart.lines.map((line): ChartLinePart => {
    const way = lines.get(line.relationship.id) ?? [];
    const [first] = way;
    if (line.kind === 'branch' && first) exits.set(line.relationship.start, first);
    return { line, way, box: boxOf(way) };
  });
  const cardParts = chart.cards.flatMap((card): ChartCardPart[] => {
    const [face, corner] = [faces.get(card.id), cards.get(card.id)];
    if (!face || !corner) return [];
    const { width, height } = face;
    const box = { ...corner, width, height };
    return [{ card, face, box, exit: exits.get(card.id) ?? { x: corner.x + width / 2, y: corner.y + height } }];
  });
  const words = placeWords(lineParts, cardParts, measureText.peek());
  for (const part of lineParts) {
    const found = words.get(part.line.relationship.id);
    if (found) part.words = found;
  }
  return { lines: lineParts, cards: cardParts };
}

/** How lines of each kind are drawn: oversight dotted, founding dashed, what closes a circle in long dashes. */
const looks: Record<LineKind, { width: number; dash: readonly number[]; hasArrow: boolean; colour: 'line' | 'muted' }> =
  {
    branch: { width: 1.5, dash: [], hasArrow: false, colour: 'line' },
    further: { width: 1.5, dash: [], hasArrow: true, colour: 'line' },
    closing: { width: 1.8, dash: [10, 4], hasArrow: true, colour: 'muted' },
    oversight: { width: 1.8, dash: [1.8, 4], hasArrow: true, colour: 'muted' },
    founding: { width: 1.4, dash: [6, 4], hasArrow: true, colour: 'muted' },
  };

/** How a line of a kind is told from others: its dashes, and whether it has an arrow. */
export const lookOf = (kind: LineKind): { dash: readonly number[]; hasArrow: boolean } => looks[kind];

/** All of the chart as one drawing, with the ground of its scheme or none. */
export function drawingOfChart(laidOut: LaidOutChart, scheme: Scheme, hasGround: boolean): Drawing {
  const { lines, cards } = partsOf(laidOut);
  const margin = 24;
  return {
    title: t('chart.drawingTitle', { name: ontology.value ? inLocale(ontology.value.title) : '', n: cards.length }),
    box: { x: -margin, y: -margin, width: laidOut.width + 2 * margin, height: laidOut.height + 2 * margin },
    background: hasGround ? palette[scheme].ground : null,
    shapes: [
      ...lines.map((part) => group(titleOfLine(part.line), shapesOfLine(part, scheme))),
      ...cards.map(({ card, face, box, exit }) =>
        group(spokenFace(face), [
          ...shapesOfCard(face, box, scheme),
          ...(card.isFolded ? shapesOfCount(card.below, exit, face.style.colour[scheme], scheme) : []),
        ]),
      ),
    ],
  };
}

const group = (title: string, shapes: readonly Shape[]): GroupShape => ({ kind: 'group', title, shapes });

/** A line in words: its relationship as a sentence. */
export function titleOfLine({ relationship, kind }: ChartLine): string {
  const title = sentenceOf(relationship, nameOfId);
  return kind === 'closing' ? `${title} · ${t('chart.line.closing')}` : title;
}

/** A line as shapes, with what it is called. */
export function shapesOfLine({ line, way, words }: ChartLinePart, scheme: Scheme): Shape[] {
  const { width, dash, hasArrow, colour: name } = looks[line.kind];
  const colour = palette[scheme][name];
  const shapes: Shape[] = [{ kind: 'path', d: roundedWay(way), fill: null, stroke: { colour, width, dash } }];
  if (hasArrow) shapes.push({ kind: 'path', d: arrowHead(way), fill: colour, stroke: null });
  if (!words) return shapes;
  const { x, y, text } = words;
  const halo = { colour: palette[scheme].ground, width: 4 };
  const style = { size: wordsSize, weight: 400, colour, anchor: 'middle', halo } as const;
  return [...shapes, { kind: 'text', x, y: y + 4, text, ...style }];
}

const corner = 6;

/** A way through points as path data, its corners rounded. */
export function roundedWay(way: readonly Point[]): string {
  if (way.length < 2) return linePath(way);
  let d = linePath(way.slice(0, 1));
  for (const [index, at] of way.slice(1, -1).entries()) {
    const [before = at, after = at] = [way[index], way[index + 2]];
    const enter = toward(at, before);
    const leave = toward(at, after);
    d += `L${enter.x} ${enter.y}Q${at.x} ${at.y} ${leave.x} ${leave.y}`;
  }
  const { x = 0, y = 0 } = way.at(-1) ?? {};
  return `${d}L${x} ${y}`;
}

/** A point on the way from a corner to its neighbour, as near as the corner is round. */
function toward(at: Point, other: Point): Point {
  const length = Math.hypot(other.x - at.x, other.y - at.y);
  const share = length === 0 ? 0 : Math.min(corner, length / 2) / length;
  return { x: at.x + (other.x - at.x) * share, y: at.y + (other.y - at.y) * share };
}

const [arrowLength, arrowWidth] = [8, 7];

function arrowHead(way: readonly Point[]): string {
  const tip = way.at(-1) ?? { x: 0, y: 0 };
  const before = way.at(-2) ?? tip;
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const foot = { x: tip.x - dx * arrowLength, y: tip.y - dy * arrowLength };
  const side = (sign: number): Point => ({
    x: foot.x - (sign * dy * arrowWidth) / 2,
    y: foot.y + (sign * dx * arrowWidth) / 2,
  });
  return polygonPath([tip, side(1), side(-1)]);
}

function boxOf(way: readonly Point[]): Box {
  const [xs, ys] = [way.map(({ x }) => x), way.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
