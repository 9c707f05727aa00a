import { ProblemError } from './problem-error.ts';

/**
 * Finds out who holds a bearer token; null for one of several who share it. Rejects with a ProblemError:
 * `sign-in-refused` where the token is not good, `sign-in-unavailable` where nobody can tell now.
 */
export type SignIn = (token: string) => Promise<string | null>;

/** The problem of a token that is not good. */
export function refusedToken(reason: string, cause?: unknown): ProblemError {
  return new ProblemError('sign-in-refused', `the token is refused: ${reason}`, { values: { reason }, cause });
}
