import type { Answer } from '../../../server/contract/answer.ts';
import { postCypher } from '../../api/cypher.ts';
import type { OwnQuery } from './own-query.ts';
import { learn } from '../picture/picture.ts';

/** Answers to queries of the reader's own that are on the picture, so that undoing costs no request. They may be large: few are kept. */
const answers = new Map<string, Answer>();
const mostAnswers = 20;

const keyOf = ({ cypher, params, limit }: OwnQuery): string => JSON.stringify([cypher, params, limit]);

/** Keeps an answer that has arrived elsewhere, before it is drawn. */
export function keepOwnAnswer(query: OwnQuery, answer: Answer): void {
  const key = keyOf(query);
  // The newest last.
  answers.delete(key);
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
  learn(answer.graph);
}

/** The answer to a query of the reader's own, kept once it has arrived. Rejects with an ApiError. */
export async function answerOwn(query: OwnQuery, stopped: AbortSignal): Promise<Answer> {
  const kept = answers.get(keyOf(query));
  if (kept) return kept;
  const answer = await postCypher(query, query.limit, stopped);
  keepOwnAnswer(query, answer);
  return answer;
}
