/** A node with its caption below it, in the picture's units. */
export interface Caption {
  id: string;
  /** The middle of the node. */
  x: number;
  y: number;
  size: number;
  margin: number;
  width: number;
  height: number;
  /**
   * Whether it is shown whatever it covers: `certain` is, at a free side of its node if there is one, and `urgent` gives
   * way to nothing but others that matter as much.
   */
  claim: 'usual' | 'urgent' | 'certain';
}

/** Where a caption stands beside its node: below unless that would cover something. */
export type Side = (typeof sides)[number];
const sides = ['below', 'above', 'right', 'left'] as const;

export interface Rectangle {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Pixels across a cell of the grid in which neighbours are looked up. */
const cellPixels = 80;
/** Pixels of a node that a caption may not cover: from afar, nodes are dots, and names matter more. */
const leastPixels = 10;
/** Captions for which room is looked for: a screen holds some hundreds. */
const mostTried = 1_500;
/** The share of a caption that another thing may cover before it is hidden: letters do not fill their box. */
const mostCovered = 0.12;

/**
 * Which captions there is room for, given the more important first: none that covers a node, or another caption, for
 * more than a sliver. Answers their ids with where they stand, and how many have to be hidden.
 * @param taken where something else stands, such as the names of groups
 */
export function chooseCaptions(
  captions: readonly Caption[],
  zoom: number,
  taken: readonly Rectangle[] = [],
): { chosen: Map<string, Side>; hidden: number } {
  const all = new Grid(cellPixels / zoom);
  const urgent = new Grid(cellPixels / zoom);
  for (const box of taken) all.add('', box);
  for (const { id, x, y, size, claim } of captions) {
    if (size * zoom < leastPixels) continue;
    const half = size / 2;
    const body = { x1: x - half, y1: y - half, x2: x + half, y2: y + half };
    all.add(id, body);
    if (claim !== 'usual') urgent.add(id, body);
  }
  const chosen = new Map<string, Side>();
  for (const caption of captions.slice(0, mostTried)) {
    const side = sideFor(caption, all, urgent);
    if (side === undefined) continue;
    const { id, claim } = caption;
    all.add(id, boxAt(side, caption));
    if (claim !== 'usual') urgent.add(id, boxAt(side, caption));
    chosen.set(id, side);
  }
  return { chosen, hidden: captions.length - chosen.size };
}

/** The side at which there is room for a caption; none where it has to be hidden. */
function sideFor(caption: Caption, all: Grid, urgent: Grid): Side | undefined {
  const { id, claim } = caption;
  const freeIn = (grid: Grid, tried: readonly Side[] = sides): Side | undefined =>
    tried.find((side) => !grid.isCovered(id, boxAt(side, caption)));
  if (claim === 'usual') return freeIn(all, ['below']);
  return freeIn(all) ?? freeIn(urgent) ?? (claim === 'certain' ? 'below' : undefined);
}

/** What a caption takes up at a side of its node. */
function boxAt(side: Side, { x, y, size, margin, width, height }: Caption): Rectangle {
  const away = size / 2 + margin;
  const boxFrom = (left: number, top: number): Rectangle => ({ x1: left, y1: top, x2: left + width, y2: top + height });
  switch (side) {
    case 'below':
      return boxFrom(x - width / 2, y + away);
    case 'above':
      return boxFrom(x - width / 2, y - away - height);
    case 'right':
      return boxFrom(x + away, y - height / 2);
    case 'left':
      return boxFrom(x - away - width, y - height / 2);
  }
}

/** Rectangles by the cells that they touch, so that only near ones are compared. */
class Grid {
  readonly #cells = new Map<number, { id: string; box: Rectangle }[]>();
  readonly #cell: number;

  constructor(cell: number) {
    this.#cell = cell;
  }

  add(id: string, box: Rectangle): void {
    for (const key of this.#keysOf(box)) {
      const known = this.#cells.get(key);
      if (known) known.push({ id, box });
      else this.#cells.set(key, [{ id, box }]);
    }
  }

  isCovered(id: string, box: Rectangle): boolean {
    return this.#keysOf(box).some((key) =>
      this.#cells.get(key)?.some((other) => other.id !== id && isTooMuch(box, other.box)),
    );
  }

  #keysOf({ x1, y1, x2, y2 }: Rectangle): number[] {
    const keys: number[] = [];
    for (let column = Math.floor(x1 / this.#cell); column <= Math.floor(x2 / this.#cell); column += 1) {
      for (let row = Math.floor(y1 / this.#cell); row <= Math.floor(y2 / this.#cell); row += 1) {
        // Two cells may share a key: then a few more are compared.
        keys.push(column * 65_537 + row);
      }
    }
    return keys;
  }
}

function isTooMuch(one: Rectangle, other: Rectangle): boolean {
  const width = Math.min(one.x2, other.x2) - Math.max(one.x1, other.x1);
  const height = Math.min(one.y2, other.y2) - Math.max(one.y1, other.y1);
  if (width <= 0 || height <= 0) return false;
  const area = ({ x1, y1, x2, y2 }: Rectangle): number => (x2 - x1) * (y2 - y1);
  return width * height > mostCovered * Math.min(area(one), area(other));
}
