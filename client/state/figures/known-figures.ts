import { signal } from '@preact/signals-core';
import type { Answer } from '../../../server/contract/answer.ts';
import type { Problem } from '../../../server/contract/problem.ts';
import { runQuery } from '../../api/api.ts';
import { problemOf } from '../notices.ts';
import { ontology } from '../ontology.ts';
import { learn } from '../picture/picture.ts';

/** What the named query of all figures came to: waited for, not asked since there can be none, answered, or refused. */
export type KnownFigures =
  | { kind: 'waiting' }
  | { kind: 'none' }
  | { kind: 'answered'; answer: Answer }
  | { kind: 'failed'; problem: Problem };

export const knownFigures = signal<KnownFigures>({ kind: 'waiting' });

/** Milliseconds that the figures may take. */
const patience = 30_000;

/** Fetches the figures once the first picture stands, so that selecting what they measure costs no request. */
export async function loadFigures(): Promise<void> {
  if (knownFigures.peek().kind === 'answered') return;
  knownFigures.value = { kind: 'waiting' };
  // A graph that is no document's has no figures, nor has a document whose data set names no measure.
  if (!ontology.peek()?.key || ontology.peek()?.measures.length === 0) {
    knownFigures.value = { kind: 'none' };
    return;
  }
  try {
    const answer = await runQuery('figures', {}, AbortSignal.timeout(patience));
    learn(answer.graph);
    knownFigures.value = { kind: 'answered', answer };
  } catch (error) {
    knownFigures.value = { kind: 'failed', problem: problemOf(error) };
  }
}
