import type { Notice } from '../../../server/contract/answer.ts';
import { writtenAsCalled } from './finding-suggestions.ts';
import { problemSentence } from '../locale.ts';
import type { QueryRun } from './query-run.ts';
import { noticeWords } from './results-words.ts';
import { endOfPiece, offsetOf } from './workbench-editor.ts';
import type { Finding } from './workbench-editor.ts';

/** What a run's problem and notices say of places in its text. */
export function runFindings({ cypher, outcome }: QueryRun): Finding[] {
  const at = (
    { position, suggestions = [] }: Pick<Notice, 'position' | 'suggestions'>,
    finding: Pick<Finding, 'severity' | 'sentence' | 'message'>,
  ): Finding[] => {
    if (!position) return [];
    const from = offsetOf(cypher, position);
    const to = endOfPiece(cypher, from);
    return [{ ...finding, from, to, suggestions: suggestions.map(writtenAsCalled), isOfRun: true }];
  };
  if (outcome.kind === 'problem') {
    const { problem } = outcome;
    const sentence = (): string => problemSentence(problem);
    return at(problem, { severity: 'error', sentence, message: problem.detail });
  }
  if (outcome.kind !== 'answer') return [];
  return outcome.answer.notices.flatMap((notice) => {
    const sentence = (): string => noticeWords(notice) ?? notice.detail;
    return at(notice, { severity: 'warning', sentence, message: notice.detail });
  });
}
