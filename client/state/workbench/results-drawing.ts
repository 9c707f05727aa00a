import { signal } from '@preact/signals-core';
import type { Answer } from '../../../server/contract/answer.ts';
import { isDone, record } from '../view/history.ts';
import { announce } from '../notices.ts';
import { keepOwnAnswer } from './own-answers.ts';
import { baseOf, shortText } from './own-query.ts';
import type { OwnQuery } from './own-query.ts';
import { picture } from '../picture/picture.ts';
import { openBase } from '../view/session.ts';
import * as view from '../view/view.ts';

/** How the graph of an answer gets into the picture: in its place, or added to it. Both can be undone. */

/** What becomes of the graph of each answer: it is drawn in the picture's place, added to it, or left until asked for. */
export const drawChoices = ['draw', 'add', 'leave'] as const;
export type DrawChoice = (typeof drawChoices)[number];

export const drawChoice = signal<DrawChoice>('draw');

/** Nodes up to which an answer is drawn without being asked for: a layout of more takes its time. */
export const mostDrawn = 500;

/** Draws what a query answered in the place of the picture. */
export async function drawAnswer(query: OwnQuery, answer: Answer): Promise<void> {
  keepOwnAnswer(query, answer);
  const revoke = record('act.draw', { query: shortText(query.cypher) });
  await isDone(revoke, openBase(baseOf(query), 'force'));
}

/** Adds what a query answered to the picture; nothing that is there moves. */
export async function addAnswer(query: OwnQuery, answer: Answer): Promise<void> {
  keepOwnAnswer(query, answer);
  const before = picture.value.nodes.size;
  const { cypher, params, limit } = query;
  const revoke = record('act.addAnswer', { query: shortText(cypher) });
  view.addStep({ kind: 'cypher', cypher, params, limit });
  if (await isDone(revoke)) announce('announce.addedAnswer', { n: picture.value.nodes.size - before });
}

/** Does with an answer that has just arrived what the reader chose. What has no graph, or a large one, is left. */
export async function drawByChoice(query: OwnQuery, answer: Answer): Promise<void> {
  const { length } = answer.graph.nodes;
  if (length === 0 || length > mostDrawn) return;
  if (drawChoice.peek() === 'draw') await drawAnswer(query, answer);
  if (drawChoice.peek() === 'add') await addAnswer(query, answer);
}

const key = 'draw-choice.1';

/** Takes up what the reader chose on an earlier visit, and keeps it for the next. Answers the end of it. */
export function keepDrawChoice(storage: Storage): () => void {
  const kept = drawChoices.find((choice) => choice === storage.getItem(key));
  if (kept) drawChoice.value = kept;
  return drawChoice.subscribe((choice) => {
    try {
      storage.setItem(key, choice);
    } catch {
      // A full or forbidden storage keeps nothing: the choice holds for this visit.
    }
  });
}
