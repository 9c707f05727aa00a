import type { Point } from '../../server/contract/point.ts';
import type { LayoutRelationship } from './task.ts';

const columnWidth = 136;
const rowHeight = 150;
/** Leaves of one parent stand in columns, for a row of thirty cannot be read. */
const leavesInColumn = (leaves: number): number => Math.max(5, Math.ceil(Math.sqrt(leaves)));
const leafHeight = 104;
/** Room for six columns, where the trees need less. */
const leastWidth = 6 * columnWidth;
/** What stands side by side is at least so wide before it goes on in a next row. */
const widestRow = 36 * columnWidth;
/** How many times wider than high a tree may be that has more than one row. */
const wideness = 1.6;
/** Units between trees. */
const treeGap = columnWidth / 2;

interface Branch {
  id: string;
  children: Branch[];
}

/**
 * An organisation tree: hierarchy from the top down, what hangs on it otherwise below its nearest member, and those
 * who look from above in a row over it. Every node gets a place, cycles too; the same graph gives the same picture.
 */
export function treeLayout(ids: readonly string[], relationships: readonly LayoutRelationship[]): Map<string, Point> {
  const { roots, above } = span(ids, relationships);
  const blocks = blocksOf(roots);
  const places = new Map<string, Point>();
  const trees = roots.filter((branch) => !isLeaf(branch)).map((branch) => partOf(branch, blocks));
  const rows = inRows(trees, treeGap);
  const widest = Math.max(0, ...rows.map((row) => row.width));
  placeStrip({ rows, left: 0, width: widest, top: 0, gap: treeGap }, blocks, places);
  const width = Math.max(widest, leastWidth);
  placeRows(above, { width, top: -rowHeight * Math.ceil(above.length / perRow(width)) }, places);
  // What hangs on nothing stands below, for it would make the row of the roots endless.
  const alone = roots.filter(isLeaf).map(({ id }) => id);
  placeRows(alone, { width, top: heightOf(rows) }, places);
  return places;
}

const perRow = (width: number): number => Math.max(1, Math.floor(width / columnWidth));

/** Places nodes in rows from the top down, each row in the middle. */
function placeRows(ids: readonly string[], area: { width: number; top: number }, places: Map<string, Point>): void {
  const most = perRow(area.width);
  for (const [index, id] of ids.entries()) {
    const row = Math.floor(index / most);
    const inRow = Math.min(most, ids.length - row * most);
    const x = area.width / 2 + ((index % most) - (inRow - 1) / 2) * columnWidth;
    places.set(id, { x: Math.round(x), y: area.top + row * rowHeight });
  }
}

/** A spanning forest: along the hierarchy first, then along whatever else connects; every node once. */
function span(
  ids: readonly string[],
  relationships: readonly LayoutRelationship[],
): { roots: Branch[]; above: string[] } {
  const branches = new Map<string, Branch>();
  const above = new Set<string>();
  const roots: Branch[] = [];
  const order = [...ids].toSorted();
  const hierarchy = relationships.filter(({ isHierarchy }) => isHierarchy);
  const children = new Set(hierarchy.map(({ end }) => end));
  const parents = new Set(hierarchy.map(({ start }) => start));
  const degree = countEnds(relationships);
  const addRoot = (id: string): Branch => {
    const branch = { id, children: [] };
    branches.set(id, branch);
    roots.push(branch);
    return branch;
  };
  const grow = (from: readonly Branch[], next: ReadonlyMap<string, readonly string[]>): void => {
    const queue = [...from];
    for (const branch of queue) {
      for (const id of next.get(branch.id) ?? []) {
        if (branches.has(id) || above.has(id)) continue;
        const child = { id, children: [] };
        branches.set(id, child);
        branch.children.push(child);
        queue.push(child);
      }
    }
  };
  const below = neighboursBy(hierarchy, true);
  for (const id of order.filter((candidate) => parents.has(candidate) && !children.has(candidate))) {
    if (!branches.has(id)) grow([addRoot(id)], below);
  }
  // Who only looks from above at what is in the tree stands over it.
  const overseers = new Set(relationships.filter(({ isFromAbove }) => isFromAbove).map(({ start }) => start));
  const others = new Set(relationships.flatMap(({ start, end, isFromAbove }) => (isFromAbove ? [end] : [start, end])));
  for (const id of order) if (!branches.has(id) && overseers.has(id) && !others.has(id)) above.add(id);
  const around = neighboursBy(relationships, false);
  grow([...branches.values()], around);
  const byDegree = order.toSorted((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0));
  for (const id of byDegree) {
    if (!branches.has(id) && !above.has(id)) grow([addRoot(id)], around);
  }
  return { roots, above: [...above] };
}

function neighboursBy(relationships: readonly LayoutRelationship[], isDirected: boolean): Map<string, string[]> {
  const next = new Map<string, string[]>();
  const join = (from: string, to: string): void => {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  };
  for (const { start, end } of relationships) {
    join(start, end);
    if (!isDirected) join(end, start);
  }
  return next;
}

function countEnds(relationships: readonly LayoutRelationship[]): Map<string, number> {
  const degree = new Map<string, number>();
  for (const id of relationships.flatMap(({ start, end }) => [start, end])) degree.set(id, (degree.get(id) ?? 0) + 1);
  return degree;
}

const isLeaf = ({ children }: Branch): boolean => children.length === 0;

/** What hangs below a branch in one row: a larger child with all that hangs below it, or the leaves in their columns. */
interface Part {
  width: number;
  height: number;
  branches: Branch[];
}

interface Row {
  parts: Part[];
  width: number;
  height: number;
}

/** A branch and what hangs below it: the room that it needs, and the rows in it. */
interface Block {
  width: number;
  height: number;
  rows: Row[];
}

/** The blocks of all branches. */
function blocksOf(roots: readonly Branch[]): Map<Branch, Block> {
  const all = [...roots];
  // What is added while the list is walked is walked too: parents come before their children.
  for (const branch of all) all.push(...branch.children);
  const blocks = new Map<Branch, Block>();
  for (const branch of all.toReversed()) {
    const rows = inRows(partsOf(branch, blocks), 0);
    const width = Math.max(columnWidth, ...rows.map((row) => row.width));
    blocks.set(branch, { width, height: rowHeight + heightOf(rows), rows });
  }
  return blocks;
}

/** A branch's larger children, then its leaves. */
function partsOf({ children }: Branch, blocks: ReadonlyMap<Branch, Block>): Part[] {
  const parts = children.flatMap((child) => (isLeaf(child) ? [] : partOf(child, blocks)));
  const leaves = children.filter(isLeaf);
  if (leaves.length === 0) return parts;
  const inColumn = Math.min(leaves.length, leavesInColumn(leaves.length));
  const columns = Math.ceil(leaves.length / inColumn);
  const height = rowHeight + (inColumn - 1) * leafHeight;
  return [...parts, { width: columns * columnWidth, height, branches: leaves }];
}

function partOf(branch: Branch, blocks: ReadonlyMap<Branch, Block>): Part {
  const { width, height } = blocks.get(branch) ?? { width: columnWidth, height: rowHeight };
  return { width, height, branches: [branch] };
}

/** Parts side by side; where these would be very wide, in several rows that together are about as wide as high. */
function inRows(parts: readonly Part[], gap: number): Row[] {
  const ground = parts.reduce((sum, { width, height }) => sum + (width + gap) * height, 0);
  const most = Math.max(widestRow, wideness * Math.sqrt(ground));
  const rows: Row[] = [];
  for (const part of parts) {
    const row = rows.at(-1);
    if (!row || row.width + gap + part.width > most) {
      rows.push({ parts: [part], width: part.width, height: part.height });
    } else {
      row.parts.push(part);
      row.width += gap + part.width;
      row.height = Math.max(row.height, part.height);
    }
  }
  return rows;
}

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, { height }) => sum + height, 0);

/** Rows that are to be placed below one another, from a height on, each in the middle of a strip. */
interface Strip {
  rows: readonly Row[];
  left: number;
  width: number;
  top: number;
  gap: number;
}

/** Places all that is in a strip, and what hangs below that. */
function placeStrip(strip: Strip, blocks: ReadonlyMap<Branch, Block>, places: Map<string, Point>): void {
  const strips = [strip];
  for (const { rows, left, width, top, gap } of strips) {
    let y = top;
    for (const row of rows) {
      let x = left + (width - row.width) / 2;
      for (const { branches, width: room } of row.parts) {
        const inColumn = leavesInColumn(branches.length);
        for (const [index, branch] of branches.entries()) {
          const column = Math.floor(index / inColumn);
          // Leaves have columns of their own; a larger child stands in the middle of what hangs below it.
          const middle = isLeaf(branch) ? (column + 0.5) * columnWidth : room / 2;
          places.set(branch.id, { x: Math.round(x + middle), y: y + (index % inColumn) * leafHeight });
          const below = blocks.get(branch)?.rows ?? [];
          if (below.length > 0) strips.push({ rows: below, left: x, width: room, top: y + rowHeight, gap: 0 });
        }
        x += room + gap;
      }
      y += row.height;
    }
  }
}
