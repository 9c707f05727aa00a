import type { Point } from '../../server/contract.ts';

/** A relationship as the tree sees it. */
export interface TreeEdge {
  start: string;
  end: string;
  /** Whether it spans the organisation tree, from parent to child. */
  isHierarchy: boolean;
  /** Whether it is a look from above, such as oversight: its start belongs above what it points at. */
  isFromAbove: boolean;
}

const columnWidth = 136;
const rowHeight = 150;
/** Leaves of one parent stand in columns, for a row of thirty cannot be read. */
const leavesInColumn = 5;
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
export function treeLayout(ids: readonly string[], edges: readonly TreeEdge[]): Map<string, Point> {
  const { roots, above } = span(ids, edges);
  const places = new Map<string, Point>();
  let right = 0;
  let bottom = 0;
  for (const root of roots.filter((branch) => !isLeaf(branch))) {
    bottom = Math.max(bottom, placeBranch(root, right, 0, places));
    right += widthOf(root) + columnWidth / 2;
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
function span(ids: readonly string[], edges: readonly TreeEdge[]): { roots: Branch[]; above: string[] } {
  const branches = new Map<string, Branch>();
  const above = new Set<string>();
  const roots: Branch[] = [];
  const order = [...ids].toSorted();
  const hierarchy = edges.filter(({ isHierarchy }) => isHierarchy);
  const children = new Set(hierarchy.map(({ end }) => end));
  const parents = new Set(hierarchy.map(({ start }) => start));
  const degree = countEnds(edges);
  const addRoot = (id: string): Branch => {
    const branch = { id, children: [] };
    branches.set(id, branch);
    roots.push(branch);
    return branch;
  };
  const grow = (from: Branch[], along: readonly TreeEdge[], isDirected: boolean): void => {
    const next = neighboursBy(along, isDirected);
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
  for (const id of order.filter((candidate) => parents.has(candidate) && !children.has(candidate))) {
    if (!branches.has(id)) grow([addRoot(id)], hierarchy, true);
  }
  // Who only looks from above at what is in the tree stands over it.
  for (const id of order) {
    const own = edges.filter(({ start, end }) => start === id || end === id);
    if (!branches.has(id) && own.length > 0 && own.every((edge) => edge.isFromAbove && edge.start === id))
      above.add(id);
  }
  grow([...branches.values()], edges, false);
  const byDegree = order.toSorted((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0));
  for (const id of byDegree) {
    if (!branches.has(id) && !above.has(id)) grow([addRoot(id)], edges, false);
  }
  return { roots, above: [...above] };
}

function neighboursBy(edges: readonly TreeEdge[], isDirected: boolean): Map<string, string[]> {
  const next = new Map<string, string[]>();
  const join = (from: string, to: string): void => void next.set(from, [...(next.get(from) ?? []), to]);
  for (const { start, end } of edges) {
    join(start, end);
    if (!isDirected) join(end, start);
  }
  return next;
}

function countEnds(edges: readonly TreeEdge[]): Map<string, number> {
  const degree = new Map<string, number>();
  for (const id of edges.flatMap(({ start, end }) => [start, end])) degree.set(id, (degree.get(id) ?? 0) + 1);
  return degree;
}

const isLeaf = ({ children }: Branch): boolean => children.length === 0;
const columnsOf = (branch: Branch): number => Math.ceil(branch.children.filter(isLeaf).length / leavesInColumn);

function widthOf(branch: Branch): number {
  const inner = branch.children.filter((child) => !isLeaf(child)).reduce((sum, child) => sum + widthOf(child), 0);
  return Math.max(columnWidth, inner + columnsOf(branch) * columnWidth);
}

/**
 * Places a branch in the strip that begins at `left`, its leaves in columns after its larger children. Answers how far
 * down it reaches.
 */
function placeBranch(branch: Branch, left: number, top: number, places: Map<string, Point>): number {
  let bottom = top;
  places.set(branch.id, { x: Math.round(left + widthOf(branch) / 2), y: top });
  const inner = branch.children.filter((child) => !isLeaf(child));
  const content = inner.reduce((sum, child) => sum + widthOf(child), 0) + columnsOf(branch) * columnWidth;
  let x = left + (widthOf(branch) - content) / 2;
  for (const child of inner) {
    bottom = Math.max(bottom, placeBranch(child, x, top + rowHeight, places));
    x += widthOf(child);
  }
  for (const [index, leaf] of branch.children.filter(isLeaf).entries()) {
    const column = Math.floor(index / leavesInColumn);
    const y = top + rowHeight + (index % leavesInColumn) * leafHeight;
    places.set(leaf.id, { x: Math.round(x + (column + 0.5) * columnWidth), y });
    bottom = Math.max(bottom, y);
  }
  return bottom;
}
