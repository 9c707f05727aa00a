import { signal } from '@preact/signals-core';
import { referencesIn } from '../../api/api.ts';
import type { Blank, Question } from '../../../server/contract/data-set/question.ts';
import type { Node } from '../../../server/contract/graph.ts';
import { answerOf, mostIds } from '../answers.ts';
import { knownNode } from './picture.ts';

/** Nodes that a blank of a question can be filled with. */

export type NodeBlank = Extract<Blank, { kind: 'node' }>;

/** Nodes that are offered at a time; who misses one types some of its name. */
export const mostChoices = 50;

export interface NodeChoices {
  nodes: readonly Node[];
  /** How many there are, offered or not. */
  total: number;
}

/** What fits a blank, and a text. Rejects with an ApiError. */
export async function choicesFor(blank: NodeBlank, text: string, stopped: AbortSignal): Promise<NodeChoices> {
  const { labels, kinds } = blank;
  const wanted = text.trim();
  const { graph, table } = await answerOf(
    'nodes',
    {
      ...(labels.length > 0 && { labels }),
      ...(kinds.length > 0 && { kinds }),
      ...(wanted !== '' && { text: wanted }),
      limit: mostChoices,
    },
    stopped,
  );
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const [first] = table.rows;
  return {
    nodes: table.rows.flatMap((row) => nodes.get(referencesIn(row[0]).nodes[0] ?? '') ?? []),
    total: Number(first?.[table.columns.indexOf('total')] ?? 0),
  };
}

/** How often names of nodes in blanks have arrived: whoever shows them reads it, to show them anew. */
export const namesArrived = signal(0);

/** Fetches the nodes that stand in blanks, for their names: one request for all that are not known yet. */
export async function learnNodes(ids: readonly string[], stopped: AbortSignal): Promise<void> {
  const unknown = [...new Set(ids)].filter((id) => !knownNode(id)).slice(0, mostIds);
  if (unknown.length === 0) return;
  await answerOf('nodes', { ids: unknown, limit: mostIds }, stopped);
  namesArrived.value += 1;
}

/** The nodes that stand in the blanks of questions at first. */
export function nodesInBlanks(questions: readonly Question[]): string[] {
  const blanks = questions.flatMap((question) => Object.values(question.blanks));
  return blanks.flatMap((blank) => (blank.kind === 'node' ? [blank.default] : []));
}
