import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { ChartBox, ChartPlaces, ChartTask } from './chart-task.ts';
import { directWay, loopWay } from './direct-way.ts';
import { elkGraphOf, elkWaysIn } from './elk-graph.ts';
import { hangLeaves, rowsFor } from './hanging-leaves.ts';
import type { HangingLeaves } from './hanging-leaves.ts';

/** Lines beside the tree up to which each is led round the cards; more of them go straight. */
const mostRouted = 300;

/** ELK, or what lays out in its place. */
interface LaysOut {
  layout: (graph: ElkNode) => Promise<ElkNode>;
}

/**
 * Lays out an organisation chart: layers from the top down, lines at right angles. Deterministic. Every card and every
 * line gets a place, circles and lines from a card to itself too.
 * @param elk what lays out in layers, wherever it runs; rejects as that does
 */
export async function layOutChart(task: ChartTask, elk: LaysOut): Promise<ChartPlaces> {
  const others = task.lines.filter(({ kind, start, end }) => kind === 'other' && start !== end);
  const routed = others.length <= mostRouted ? others : [];
  const blocks = blocksOf(task, new Set(routed.flatMap(({ start, end }) => [start, end])));
  const hanging = new Map(blocks.flatMap((block) => [...block.places.keys()].map((id) => [id, block] as const)));
  const laidOut = await elk.layout(elkGraphOf(task, routed, blocks, hanging));
  const places: ChartPlaces = {
    width: laidOut.width ?? 0,
    height: laidOut.height ?? 0,
    cards: new Map(),
    lines: new Map(),
  };
  const corners = new Map(laidOut.children?.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  for (const { id } of task.cards) {
    const block = hanging.get(id);
    const corner = corners.get(block?.id ?? id) ?? { x: 0, y: 0 };
    const inside = block?.places.get(id) ?? { x: 0, y: 0 };
    places.cards.set(id, { x: corner.x + inside.x, y: corner.y + inside.y });
  }
  const ways = elkWaysIn(laidOut);
  const boxes = new Map(task.cards.map((card) => [card.id, { ...card, ...places.cards.get(card.id) }]));
  for (const { id, start, end, kind } of task.lines) {
    const block = kind === 'branch' ? hanging.get(end) : undefined;
    const way = ways.get(block?.id ?? id);
    const corner = block && corners.get(block.id);
    const rest = corner ? (block.ways.get(end) ?? []).map(({ x, y }) => ({ x: x + corner.x, y: y + corner.y })) : [];
    if (way) places.lines.set(id, [...way, ...rest]);
    else places.lines.set(id, start === end ? loopWay(boxes.get(start)) : directWay(boxes.get(start), boxes.get(end)));
  }
  return places;
}

/** The leaves that hang in columns. Those with a line beside the tree stand by themselves, so that it can be led there. */
function blocksOf(task: ChartTask, apart: ReadonlySet<string>): HangingLeaves[] {
  const { cards } = task;
  const parents = new Set(cards.map(({ parent }) => parent));
  const leaves = new Map<string, ChartBox[]>();
  for (const card of cards) {
    if (card.parent === null || parents.has(card.id) || apart.has(card.id)) continue;
    const siblings = leaves.get(card.parent);
    if (siblings) siblings.push(card);
    else leaves.set(card.parent, [card]);
  }
  return [...leaves].flatMap(([parent, list]) => {
    const rows = rowsFor(list.length, task);
    return rows === 0 ? [] : [hangLeaves(parent, list, rows)];
  });
}
