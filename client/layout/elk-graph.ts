import type { ElkExtendedEdge, ElkNode, ElkPort, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Point } from '../../server/contract/point.ts';
import type { ChartEdge, ChartTask } from './chart-task.ts';
import { mostWithoutHaste } from './hanging-leaves.ts';
import type { HangingLeaves } from './hanging-leaves.ts';

const options: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.aspectRatio': '1.6',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '16',
  'elk.spacing.portPort': '18',
  'elk.spacing.componentComponent': '48',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '18',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
};

/** Children stand in the order in which they are told, as far as lines do not cross for it; sorting many takes minutes. */
const inOrder: LayoutOptions = { 'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES' };
const inHaste: LayoutOptions = { 'elk.layered.thoroughness': '2' };

/** What is a chart for ELK: cards and blocks of leaves as nodes, with a port for the tree's lines at top and bottom. */
export function elkGraphOf(
  { cards, lines }: ChartTask,
  routed: readonly ChartEdge[],
  blocks: readonly HangingLeaves[],
  hanging: ReadonlyMap<string, HangingLeaves>,
): ElkNode {
  const isBelow = belowness(cards);
  const standing = cards.filter(({ id }) => !hanging.has(id));
  const own = new Map<string, ElkPort[]>();
  const port = (card: string, edge: string, side: 'NORTH' | 'SOUTH'): string => {
    const id = `${edge}\n${card}`;
    own.set(card, [...(own.get(card) ?? []), sidePort(id, side)]);
    return id;
  };
  const beside = routed.map(({ id, start, end }): ElkExtendedEdge => {
    const isTurned = isBelow(start, end);
    const [upper, lower] = isTurned ? [end, start] : [start, end];
    return {
      id: isTurned ? turnedId(id) : id,
      sources: [port(upper, id, 'SOUTH')],
      targets: [port(lower, id, 'NORTH')],
      layoutOptions: { 'elk.layered.priority.direction': '0', 'elk.layered.priority.shortness': '0' },
    };
  });
  const tree = lines
    .filter(({ kind, end }) => kind === 'branch' && !hanging.has(end))
    .map(({ id, start, end }) => treeEdge(id, start, `in\n${end}`));
  const toBlocks = blocks.map((block) => treeEdge(block.id, block.parent, `in\n${block.id}`));
  return {
    id: 'chart',
    layoutOptions: { ...options, ...(cards.length > mostWithoutHaste ? inHaste : inOrder) },
    children: [
      ...standing.map(({ id, width, height }): ElkNode => ({
        id,
        width,
        height,
        ports: [sidePort(`in\n${id}`, 'NORTH'), sidePort(`out\n${id}`, 'SOUTH'), ...(own.get(id) ?? [])],
        layoutOptions: {
          'elk.portConstraints': 'FIXED_SIDE',
          'elk.portAlignment.default': 'CENTER',
          'elk.alignment': 'TOP',
        },
      })),
      ...blocks.map(({ id, width, height, entrance }): ElkNode => ({
        id,
        width,
        height,
        ports: [{ ...sidePort(`in\n${id}`, 'NORTH'), x: entrance, y: 0 }],
        layoutOptions: { 'elk.portConstraints': 'FIXED_POS', 'elk.alignment': 'TOP' },
      })),
    ],
    edges: [...tree, ...toBlocks, ...beside],
  };
}

/** What looks up in the tree is turned, so that it takes no part in who stands above whom. */
const turnedId = (id: string): string => `${id}\nturned`;

const sidePort = (id: string, side: 'NORTH' | 'SOUTH'): ElkPort => ({
  id,
  width: 0,
  height: 0,
  layoutOptions: { 'elk.port.side': side },
});

const treeEdge = (id: string, start: string, target: string): ElkExtendedEdge => ({
  id,
  sources: [`out\n${start}`],
  targets: [target],
  layoutOptions: { 'elk.layered.priority.direction': '10', 'elk.layered.priority.shortness': '10' },
});

/** Whether one card is somewhere below another in the tree. */
function belowness(cards: ChartTask['cards']): (id: string, other: string) => boolean {
  const parents = new Map(cards.map(({ id, parent }) => [id, parent]));
  return (id, other) => {
    for (let above = parents.get(id) ?? null; above !== null; above = parents.get(above) ?? null) {
      if (above === other) return true;
    }
    return false;
  };
}

/** The corners of each edge that ELK has laid out, from its start to its end. */
export function elkWaysIn({ edges = [] }: ElkNode): Map<string, Point[]> {
  const suffix = turnedId('');
  return new Map(
    edges.map(({ id, sections = [] }) => {
      const way = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
        startPoint,
        ...bendPoints,
        endPoint,
      ]);
      return id.endsWith(suffix) ? [id.slice(0, -suffix.length), way.toReversed()] : [id, way];
    }),
  );
}
