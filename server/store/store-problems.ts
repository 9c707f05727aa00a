import { ProblemError } from '../problem-error.ts';

/** Problems that every store has. */

/** A request whose caller has gone. */
export function cancelled(): ProblemError {
  return new ProblemError('cancelled', 'the caller no longer waits for the answer');
}

/** A store that was closed. */
export function closed(): ProblemError {
  return new ProblemError('database-unavailable', 'the store is closed');
}

/** An answer that has more bytes than it may. */
export function tooManyBytes(most: number): ProblemError {
  return new ProblemError('byte-limit', `the answer has more than ${most} bytes`, { values: { bytes: String(most) } });
}

/** A query that took longer than it may. */
export function outOfTime(timeoutMs: number): ProblemError {
  return new ProblemError('time-limit', `the query was stopped after ${timeoutMs} ms`, {
    values: { milliseconds: String(timeoutMs) },
  });
}
