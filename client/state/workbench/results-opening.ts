import { reveal } from '../actions.ts';
import { isDone, record } from '../view/history.ts';
import { announce } from '../notices.ts';
import { isKnown, learn, picture } from '../picture/picture.ts';
import type { ResultCell } from './results-cell.ts';
import { captionIn, partOf } from './results-graph.ts';
import type { ResultGraph } from './results-graph.ts';
import { select, selectMany } from '../picture/select-actions.ts';
import * as view from '../view/view.ts';

/** How the nodes, relationships and paths in a table's cells open in the picture and in the inspector. */

/** Opens what a cell is of the graph; false for a cell that is no such thing. */
export function openCell(graph: ResultGraph, cell: ResultCell): boolean {
  if (cell.kind === 'node') void openNode(graph, cell.id);
  else if (cell.kind === 'relationship') void openRelationship(graph, cell.id);
  else if (cell.kind === 'path') void openPath(graph, cell.ids);
  else return false;
  return true;
}

/** Shows a node of an answer, bringing it with its neighbours where it is not on the picture. */
function openNode(graph: ResultGraph, id: string): Promise<void> {
  meet(graph, [id]);
  return reveal(id);
}

/** Shows a relationship of an answer with its two ends. */
export async function openRelationship(graph: ResultGraph, id: string): Promise<void> {
  const relationship = graph.relationships.get(id);
  if (!relationship) return;
  meet(graph, [id]);
  if (!picture.value.relationships.has(id)) await bringAlong([relationship.start, relationship.end], graph);
  select(id);
  view.soughtIds.value = [relationship.start, relationship.end];
}

/**
 * Shows a path of an answer: each of its nodes beside the one before, all of them selected.
 * @param ids nodes and relationships in turn
 */
export async function openPath(graph: ResultGraph, ids: readonly string[]): Promise<void> {
  meet(graph, ids);
  const nodes = ids.filter((_, index) => index % 2 === 0);
  const [first] = nodes;
  if (first === undefined) return;
  if (nodes.length === 1) return openNode(graph, first);
  const { relationships } = picture.value;
  if (!ids.every((id, index) => index % 2 === 0 || relationships.has(id))) await bringAlong(nodes, graph);
  selectMany(nodes);
  view.soughtIds.value = nodes;
}

/** Remembers what the picture has not met, so that the inspector tells of it without asking. */
function meet(graph: ResultGraph, ids: readonly string[]): void {
  if (!ids.every(isKnown)) learn(partOf(graph, ids));
}

/** Brings each node beside the one before it: one act, which needs no query of the reader's own to be done again. */
async function bringAlong(nodes: readonly string[], graph: ResultGraph): Promise<void> {
  const [from = '', to = ''] = [nodes[0], nodes.at(-1)].map((id) => captionIn(graph, id ?? ''));
  const revoke = record('act.bringPath', { from, to });
  for (const [index, id] of nodes.entries()) {
    const source = nodes[index - 1];
    if (source !== undefined) view.addStep({ kind: 'bring', source, id });
  }
  if (await isDone(revoke)) announce('announce.broughtPath', { from, to });
}
