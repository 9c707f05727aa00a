import type { Json } from '../../server/contract/json.ts';
import type { Key } from '../../server/store/key.ts';
import { ProblemError, type ProblemCode } from '../../server/problem-error.ts';
import type { ReadOptions, Store } from '../../server/store/store.ts';

/** What a part of the suite works with. `store()` is open and holds the fixture. */
export interface Suite {
  store: () => Store;
  test: (name: string, run: () => Promise<void>) => void;
  /** A second store of its own on the same database, for tests that close it; with another key if it is given. */
  openAnother: (key?: Key) => Promise<Store>;
}

/** Limits that no test reaches unless it wants to. */
export const limits: ReadOptions = { timeoutMs: 20_000, maxRows: 10_000, maxBytes: 10_000_000 };

/** A product that no engine finishes in a test's time, and that yields no row before its end. */
export const runaway =
  'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS n';

/** Reads as the catalogue does, with wide limits, and gives the rows. */
export async function rows(store: Store, cypher: string, params: Record<string, Json> = {}): Promise<Json[][]> {
  return (await store.read(cypher, params, limits)).table.rows;
}

/** The problem that a call ends with; a call that succeeds or throws anything else fails the test. */
export async function problem(call: Promise<unknown>): Promise<ProblemError> {
  let error: unknown;
  try {
    const answer = await call;
    throw new Error(`it was answered: ${JSON.stringify(answer)?.slice(0, 500)}`);
  } catch (thrown) {
    error = thrown;
  }
  if (!(error instanceof ProblemError)) throw error;
  return error;
}

/** The code of the problem that a call ends with. */
export async function problemCode(call: Promise<unknown>): Promise<ProblemCode> {
  return (await problem(call)).code;
}
