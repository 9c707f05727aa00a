import type { Box, Places } from './task.ts';

/** Units that stay free between two boxes. */
const gap = 8;
const mostRounds = 80;

/**
 * Pushes boxes apart until none covers another, each along the way on which it has least to go; fixed ones stay. Where
 * there is no end to the pushing, it stops after some rounds with what it has.
 */
export function separate(boxes: readonly Box[], places: Places): Places {
  const moving = boxes.map((box) => ({ ...box, ...places.get(box.id) }));
  // Boxes in one place would be pushed nowhere: ids decide who goes where.
  moving.sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1));
  for (let round = 0; round < mostRounds && pushOnce(moving); round += 1) moving.sort((a, b) => a.x - b.x);
  return new Map(moving.map(({ id, x, y }) => [id, { x, y }]));
}

/** Pushes each pair that overlaps; `boxes` are in the order of their x. Answers whether there was one. */
function pushOnce(boxes: Box[]): boolean {
  const widest = boxes.reduce((most, { width }) => Math.max(most, width), 0);
  let isPushed = false;
  for (const [index, one] of boxes.entries()) {
    for (let next = index + 1; next < boxes.length; next += 1) {
      const other = boxes[next];
      if (!other || other.x - one.x > (one.width + widest) / 2 + gap) break;
      if (push(one, other)) isPushed = true;
    }
  }
  return isPushed;
}

const topOf = ({ y, height }: Box): number => y - height / 2;
const bottomOf = ({ y, height, below }: Box): number => y + height / 2 + below;

function push(one: Box, other: Box): boolean {
  if (one.isFixed && other.isFixed) return false;
  const acrossBy = (one.width + other.width) / 2 + gap - Math.abs(other.x - one.x);
  const downBy = Math.min(bottomOf(one) - topOf(other), bottomOf(other) - topOf(one)) + gap;
  if (acrossBy <= 0.5 || downBy <= 0.5) return false;
  const share = one.isFixed ? 0 : other.isFixed ? 1 : 0.5;
  if (acrossBy < downBy) {
    const side = other.x >= one.x ? 1 : -1;
    one.x -= side * share * acrossBy;
    other.x += side * (1 - share) * acrossBy;
  } else {
    const side = other.y >= one.y ? 1 : -1;
    one.y -= side * share * downBy;
    other.y += side * (1 - share) * downBy;
  }
  return true;
}
