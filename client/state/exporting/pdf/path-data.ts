import type { Box } from '../../picture/shapes.ts';

/** One step of a path; `from` is the point where it begins. */
interface PathStep {
  command: string;
  values: readonly number[];
  from: Point;
}

interface Point {
  x: number;
  y: number;
}

/** How many numbers each command of a drawing's paths takes. */
const arities: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Q: 4, A: 7, Z: 0 };

/** Path data with curves of the third order in place of those of the second, which the PDF library draws otherwise. */
export function withoutQuadratics(d: string): string {
  return stepsOf(d)
    .map(({ command, values, from }) => {
      if (command !== 'Q') return `${command}${values.join(' ')}`;
      const [cx = 0, cy = 0, x = 0, y = 0] = values;
      return `C${[towards(from.x, cx), towards(from.y, cy), towards(x, cx), towards(y, cy), x, y].join(' ')}`;
    })
    .join('');
}

/** Two thirds of the way from an end of a curve to its control point. */
const towards = (end: number, control: number): number => end + ((control - end) * 2) / 3;

/** A box that a path does not leave: exact for lines and half circles, somewhat too large for other curves. */
export function boxOfPath(d: string): Box {
  const points = stepsOf(d).flatMap(({ command, values, from }) => {
    if (command !== 'A') return pairsIn(values);
    const [rx = 0, ry = 0, , , , x = 0, y = 0] = values;
    const middle = { x: (from.x + x) / 2, y: (from.y + y) / 2 };
    return [
      { x, y },
      { x: middle.x - rx, y: middle.y - ry },
      { x: middle.x + rx, y: middle.y + ry },
    ];
  });
  return boxOfPoints(points);
}

/** The smallest box with all of some points in it. */
export function boxOfPoints(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function stepsOf(d: string): PathStep[] {
  const steps: PathStep[] = [];
  let from: Point = { x: 0, y: 0 };
  let start = from;
  for (const [, command = '', list = ''] of d.matchAll(/([MLCQAZ])([^MLCQAZ]*)/g)) {
    const numbers = [...list.matchAll(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].map(([digits]) => Number(digits));
    const arity = arities[command] ?? 0;
    // A command that is not repeated may be given several times its numbers; Z has none, and is one step.
    for (let at = 0; at === 0 || at < numbers.length; at += Math.max(arity, 1)) {
      const values = numbers.slice(at, at + arity);
      steps.push({ command, values, from });
      const [x, y] = values.slice(-2);
      from = command === 'Z' || x === undefined || y === undefined ? start : { x, y };
      if (command === 'M') start = from;
    }
  }
  return steps;
}

function pairsIn(values: readonly number[]): Point[] {
  return Array.from({ length: values.length / 2 }, (_, index) => ({
    x: values[2 * index] ?? 0,
    y: values[2 * index + 1] ?? 0,
  }));
}
