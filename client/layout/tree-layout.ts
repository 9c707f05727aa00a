import type { Point } from '../../server/contract.ts';
import type { LayoutRelationship } from './task.ts';

const columnWidth = 136;
const rowHeight = 150;
/** Leaves of one parent stand in columns, for a row of thirty cannot be read. */
const leavesInColumn = (leaves: number): number => Math.max(5, Math.ceil(Math.sqrt(leaves)));
const leafHeight = 104;
/** Room for six columns, where the trees need less. */
const leastWidth = 6 * columnWidth;

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
  const widths = widthsOf(roots);
  const places = new Map<string, Point>();
  let right = 0;
  let bottom = 0;
  for (const root of roots.filter((branch) => !isLeaf(branch))) {
    bottom = Math.max(bottom, placeTree(root, right, widths, places));
    right += (widths.get(root) ?? 0) + columnWidth / 2;
  }
  const width = Math.max(right - columnWidth / 2, leastWidth);
  placeRows(above, { width, top: -rowHeight * Math.ceil(above.length / perRow(width)) }, places);
  // What hangs on nothing stands below, for it would make the row of the roots endless.
  const alone = roots.filter(isLeaf).map(({ id }) => id);
  placeRows(alone, { width, top: right === 0 ? 0 : bottom + rowHeight }, places);
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

function columnsOf(branch: Branch): number {
  const leaves = branch.children.filter(isLeaf).length;
  return Math.ceil(leaves / leavesInColumn(leaves));
}

/** How much room each branch needs across, with what stands below it. */
function widthsOf(roots: readonly Branch[]): Map<Branch, number> {
  const all = [...roots];
  // What is added while the list is walked is walked too: parents come before their children.
  for (const branch of all) all.push(...branch.children);
  const widths = new Map<Branch, number>();
  for (const branch of all.toReversed()) widths.set(branch, Math.max(columnWidth, contentWidth(branch, widths)));
  return widths;
}

function contentWidth(branch: Branch, widths: ReadonlyMap<Branch, number>): number {
  const inner = branch.children.filter((child) => !isLeaf(child));
  return inner.reduce((sum, child) => sum + (widths.get(child) ?? 0), 0) + columnsOf(branch) * columnWidth;
}

/**
 * Places a tree in the strip that begins at `left`, the leaves of each branch in columns after its larger children.
 * Answers how far down it reaches.
 */
function placeTree(
  root: Branch,
  left: number,
  widths: ReadonlyMap<Branch, number>,
  places: Map<string, Point>,
): number {
  let bottom = 0;
  const queue = [{ branch: root, from: left, top: 0 }];
  for (const { branch, from, top } of queue) {
    const width = widths.get(branch) ?? columnWidth;
    places.set(branch.id, { x: Math.round(from + width / 2), y: top });
    bottom = Math.max(bottom, top);
    let x = from + (width - contentWidth(branch, widths)) / 2;
    for (const child of branch.children.filter((other) => !isLeaf(other))) {
      queue.push({ branch: child, from: x, top: top + rowHeight });
      x += widths.get(child) ?? 0;
    }
    const leaves = branch.children.filter(isLeaf);
    const most = leavesInColumn(leaves.length);
    for (const [index, leaf] of leaves.entries()) {
      const column = Math.floor(index / most);
      const y = top + rowHeight + (index % most) * leafHeight;
      places.set(leaf.id, { x: Math.round(x + (column + 0.5) * columnWidth), y });
      bottom = Math.max(bottom, y);
    }
  }
  return bottom;
}
