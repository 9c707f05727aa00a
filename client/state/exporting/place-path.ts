import { rounded } from './rounded.ts';

/** Where the origin of a path comes to lie, and how many times larger it becomes. */
export interface Placing {
  x: number;
  y: number;
  scale: number;
}

/** How many numbers a command takes, by its letter; what other letters mean is not understood. */
const arities: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };

/** The place in an arc's numbers of its two flags, which need nothing between them and what follows. */
const flags = new Set([3, 4]);

/**
 * SVG path data moved and enlarged, with absolute commands of M, L, C, Q, A and Z only. Throws an Error for the letters S
 * and T, which no icon of ours has, and for what is no path.
 */
export function placePath(d: string, placing: Placing): string {
  const placed: string[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const { letter, numbers } of commandsOf(d)) {
    const command = letter.toUpperCase();
    const [fromX, fromY] = letter === command ? [0, 0] : [x, y];
    const at = (index: number, from: number): number => (numbers[index] ?? 0) + from;
    const pairs = (count: number): number[] =>
      Array.from({ length: count }, (_, index) => [at(2 * index, fromX), at(2 * index + 1, fromY)]).flat();
    if (command === 'Z') {
      placed.push('Z');
      [x, y] = [startX, startY];
      continue;
    }
    const points =
      command === 'H'
        ? [at(0, fromX), y]
        : command === 'V'
          ? [x, at(0, fromY)]
          : command === 'A'
            ? [at(5, fromX), at(6, fromY)]
            : pairs(numbers.length / 2);
    [x, y] = [points.at(-2) ?? x, points.at(-1) ?? y];
    if (command === 'M') [startX, startY] = [x, y];
    const arc = command === 'A' ? arcStart(numbers, placing.scale) : '';
    placed.push(`${'HV'.includes(command) ? 'L' : command}${arc}${points.map(placedNumber(placing)).join(' ')}`);
  }
  return placed.join('');
}

/** What an arc has before its end: its radii, its turn and its flags. */
const arcStart = ([rx = 0, ry = 0, turn = 0, large = 0, sweep = 0]: readonly number[], scale: number): string =>
  `${rounded(rx * scale)} ${rounded(ry * scale)} ${turn} ${large} ${sweep} `;

const placedNumber =
  ({ x, y, scale }: Placing) =>
  (value: number, index: number): number =>
    rounded(value * scale + (index % 2 === 0 ? x : y));

/** The commands of path data, each with its numbers; what repeats a letter without writing it is a command, too. */
function commandsOf(d: string): { letter: string; numbers: number[] }[] {
  // An e is part of a number.
  return [...d.matchAll(/([a-df-z])([^a-df-z]*)/gi)].flatMap(([, letter = '', text = '']) => {
    const arity = arities[letter.toUpperCase()];
    if (arity === undefined) throw new Error(`path data with ${letter} is not understood`);
    const numbers = numbersIn(text, arity);
    if (arity === 0 || numbers.length === 0 || numbers.length % arity !== 0) {
      if (arity === 0 && numbers.length === 0) return [{ letter, numbers }];
      throw new Error(`${letter} takes ${arity} numbers, not ${numbers.length}`);
    }
    return Array.from({ length: numbers.length / arity }, (_, index) => ({
      // Further points of a move are lines.
      letter: index === 0 ? letter : letter.replace('M', 'L').replace('m', 'l'),
      numbers: numbers.slice(index * arity, (index + 1) * arity),
    }));
  });
}

const separators = /[\s,]*/y;
const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/iy;

function numbersIn(text: string, arity: number): number[] {
  const numbers: number[] = [];
  let at = 0;
  for (;;) {
    separators.lastIndex = at;
    at += separators.exec(text)?.[0].length ?? 0;
    if (at >= text.length) return numbers;
    const isFlag = arity === arities['A'] && flags.has(numbers.length % arity);
    number.lastIndex = at;
    const digits = isFlag ? text.charAt(at) : number.exec(text)?.[0];
    if (digits === undefined || !Number.isFinite(Number(digits))) throw new Error(`${text.slice(at)} is no number`);
    numbers.push(Number(digits));
    at += digits.length;
  }
}
