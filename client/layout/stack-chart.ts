import type { ElkEdgeSection, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';

/** Pixels between cards side by side, between layers, and between trees. */
const cardGap = 24;
const layerGap = 56;
const treeGap = 48;
/** How wide a row of single cards over the trees may be, where the trees are narrower. */
const leastWidth = 1_200;

/** A card or a block of leaves, with what hangs below it in the tree. */
interface Branch {
  node: ElkNode;
  children: Branch[];
  /** The room that it needs with all that hangs below it. */
  width: number;
}

interface Corner {
  x: number;
  y: number;
}

/**
 * Lays out a chart as ELK is asked to, where ELK is not at hand: each tree from the top down with what hangs below a card in
 * the middle under it, and over the trees, in rows, the cards that are in none. Lines beside the trees get no way of their own.
 */
export function stackChart(graph: ElkNode): Promise<ElkNode> {
  const { roots, lines } = forestOf(graph);
  const trees = roots.filter(({ children }) => children.length > 0);
  const alone = roots.filter(({ children }) => children.length === 0);
  const width = sum(trees.map((tree) => tree.width)) + treeGap * Math.max(0, trees.length - 1);
  const corners = new Map<string, Corner>();
  const whole = Math.max(width, alone.length > 0 ? leastWidth : 0);
  const top = placeRows(alone, whole, corners);
  let left = (whole - width) / 2;
  let bottom = top;
  for (const tree of trees) {
    bottom = Math.max(bottom, placeTree(tree, { x: left, y: top }, corners));
    left += tree.width + treeGap;
  }
  return Promise.resolve({
    ...graph,
    width: whole,
    height: bottom,
    children: graph.children?.map((child) => ({ ...child, ...corners.get(child.id) })) ?? [],
    edges: lines.map(({ edge: { id, sources, targets }, from, to }) => ({
      id,
      sources,
      targets,
      sections: [wayBetween(id, from, to, corners)],
    })),
  });
}

interface TreeLine {
  edge: ElkExtendedEdge;
  from: ElkNode;
  to: ElkNode;
}

/** The trees, and their lines. A line of a tree leads from the port `out` of a card to the port `in` of another. */
function forestOf({ children = [], edges = [] }: ElkNode): { roots: Branch[]; lines: TreeLine[] } {
  const branches = new Map(
    children.map((node) => [node.id, { node, children: [], width: 0 } satisfies Branch as Branch]),
  );
  const below = new Set<string>();
  const lines = edges.flatMap((edge): TreeLine[] => {
    const from = branches.get(nodeOfPort(edge.sources[0], 'out'));
    const to = branches.get(nodeOfPort(edge.targets[0], 'in'));
    if (!from || !to || from === to) return [];
    from.children.push(to);
    below.add(to.node.id);
    return [{ edge, from: from.node, to: to.node }];
  });
  const roots = [...branches.values()].filter(({ node }) => !below.has(node.id));
  for (const root of roots) measure(root);
  return { roots, lines };
}

const nodeOfPort = (port = '', side: 'in' | 'out'): string =>
  port.startsWith(`${side}\n`) ? port.slice(side.length + 1) : '';

function measure(branch: Branch): number {
  const widths = branch.children.map(measure);
  branch.width = Math.max(branch.node.width ?? 0, sum(widths) + cardGap * Math.max(0, widths.length - 1));
  return branch.width;
}

/** Places a tree from its upper left corner on; answers where it ends below. */
function placeTree(branch: Branch, { x, y }: Corner, corners: Map<string, Corner>): number {
  const { node, children, width } = branch;
  const { width: own = 0, height = 0 } = node;
  corners.set(node.id, { x: x + (width - own) / 2, y });
  const inner = sum(children.map((child) => child.width)) + cardGap * Math.max(0, children.length - 1);
  let left = x + (width - inner) / 2;
  let bottom = y + height;
  for (const child of children) {
    bottom = Math.max(bottom, placeTree(child, { x: left, y: y + height + layerGap }, corners));
    left += child.width + cardGap;
  }
  return bottom;
}

/** Places single cards in rows of a width, each in the middle; answers where what comes below may begin. */
function placeRows(cards: readonly Branch[], width: number, corners: Map<string, Corner>): number {
  let top = 0;
  for (const row of inRows(cards, width)) {
    let left = (width - sum(row.map((card) => card.width)) - cardGap * (row.length - 1)) / 2;
    for (const card of row) {
      corners.set(card.node.id, { x: left, y: top });
      left += card.width + cardGap;
    }
    top += Math.max(...row.map(({ node }) => node.height ?? 0)) + layerGap;
  }
  return top;
}

function inRows(cards: readonly Branch[], width: number): Branch[][] {
  const rows: Branch[][] = [];
  let left = Infinity;
  for (const card of cards) {
    if (left + card.width > width) {
      rows.push([]);
      left = 0;
    }
    rows.at(-1)?.push(card);
    left += card.width + cardGap;
  }
  return rows;
}

/** From the middle of a card's foot, at right angles, to where the other takes its line at the top. */
function wayBetween(id: string, from: ElkNode, to: ElkNode, corners: ReadonlyMap<string, Corner>): ElkEdgeSection {
  const above = corners.get(from.id) ?? { x: 0, y: 0 };
  const below = corners.get(to.id) ?? { x: 0, y: 0 };
  const entrance = to.ports?.find((port) => port.id === `in\n${to.id}`)?.x ?? (to.width ?? 0) / 2;
  const startPoint = { x: above.x + (from.width ?? 0) / 2, y: above.y + (from.height ?? 0) };
  const endPoint = { x: below.x + entrance, y: below.y };
  const middle = endPoint.y - layerGap / 2;
  const bendPoints = [
    { x: startPoint.x, y: middle },
    { x: endPoint.x, y: middle },
  ];
  return { id, startPoint, bendPoints, endPoint };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
