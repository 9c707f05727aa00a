import type { Signal } from '@preact/signals-core';
import type { Answer } from '../../server/contract/answer.ts';
import type { Problem } from '../../server/contract/problem.ts';
import { runQuery } from '../api/api.ts';
import { problemOf } from './notices.ts';
import { learn } from './picture/picture.ts';

/** What a named query that the page asks once, and without parameters, came to. */
export type KnownAnswer =
  | { kind: 'waiting' }
  | { kind: 'answered'; answer: Answer }
  | { kind: 'failed'; problem: Problem };

/** Whether an answer has arrived, and nothing of it was cut. */
export const isWhole = (known: KnownAnswer): boolean => known.kind === 'answered' && !known.answer.truncated;

/** Whether only a part of an answer has arrived, for it was cut at a limit. */
export const isCut = (known: KnownAnswer): boolean => known.kind === 'answered' && known.answer.truncated;

/** Milliseconds that it may take. */
const patience = 30_000;

/** Asks a named query, unless it has been answered; after it failed it is asked again. */
export async function getToKnow(known: Signal<KnownAnswer>, query: string): Promise<void> {
  if (known.peek().kind === 'answered') return;
  known.value = { kind: 'waiting' };
  try {
    const answer = await runQuery(query, {}, AbortSignal.timeout(patience));
    learn(answer.graph);
    known.value = { kind: 'answered', answer };
  } catch (error) {
    // It may have been asked twice at a time.
    if (known.peek().kind !== 'answered') known.value = { kind: 'failed', problem: problemOf(error) };
  }
}
