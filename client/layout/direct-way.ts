import type { Point } from '../../server/contract/point.ts';
import type { ChartBox } from './chart-task.ts';

type PlacedBox = Pick<ChartBox, 'width' | 'height'> & Partial<Point>;

/** How far a line from a card to itself leaves it, in pixels. */
const loop = 18;

const middleOf = ({ x = 0, y = 0, width, height }: PlacedBox): Point => ({ x: x + width / 2, y: y + height / 2 });

/** A straight line between the borders of two cards, towards their middles. */
export function directWay(from: PlacedBox | undefined, to: PlacedBox | undefined): Point[] {
  if (!from || !to) return [];
  return [borderToward(from, middleOf(to)), borderToward(to, middleOf(from))];
}

function borderToward(box: PlacedBox, target: Point): Point {
  const middle = middleOf(box);
  const [dx, dy] = [target.x - middle.x, target.y - middle.y];
  const reach = Math.min(
    box.width / 2 / Math.max(Math.abs(dx), Number.EPSILON),
    box.height / 2 / Math.max(Math.abs(dy), Number.EPSILON),
  );
  return { x: middle.x + dx * reach, y: middle.y + dy * reach };
}

/** Out of a card's right side and back into it. */
export function loopWay(box: PlacedBox | undefined): Point[] {
  if (!box) return [];
  const { y } = middleOf(box);
  const right = (box.x ?? 0) + box.width;
  const [above, below] = [y - loop / 2, y + loop / 2];
  return [
    { x: right, y: above },
    { x: right + loop, y: above },
    { x: right + loop, y: below },
    { x: right, y: below },
  ];
}
