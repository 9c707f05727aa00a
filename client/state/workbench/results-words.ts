import type { Notice } from '../../../server/contract/answer.ts';
import type { Position, Problem } from '../../../server/contract/problem.ts';
import { isWord, problemSentence, t } from '../locale.ts';

/** What a query's problems and notices say, in plain words of the reader's language. */

/** A problem in words: what happened, and what to do next where there is something. */
export function problemWords(problem: Problem): { what: string; next: string | null } {
  const next = `next.${problem.code}`;
  return { what: problemSentence(problem), next: isWord(next) ? t(next, problem.values) : null };
}

/** Whether the engine has said something of its own that the words do not tell. */
export const hasOwnMessage = ({ code, detail }: Problem): boolean =>
  (isWord(`error.${code}`) && /^(cypher|time|memory|database)-/.test(code) && detail !== '') || code === 'internal';

/** A place in a query. */
export const positionWords = ({ line, column }: Position): string => t('results.position', { line, column });

/**
 * A notice in words; null where there are none of ours for it, so that only the engine's own message is left.
 * Neo4j's codes end in a name that tells what they are about.
 */
export function noticeWords({ code, values }: Notice): string | null {
  const name = code.split('.').at(-1) ?? code;
  const word = `hint.${name.replace(/Warning$/, '')}`;
  return isWord(word) ? t(word, values) : null;
}

/** A time as people say it: milliseconds up to a second, seconds beyond. */
export function durationWords(ms: number): string {
  if (ms < 1_000) return t('results.milliseconds', { n: ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms) });
  return t('results.seconds', { n: Math.round(ms / 100) / 10 });
}
