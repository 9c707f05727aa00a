import type { Json } from '../../server/contract/json.ts';
import { ProblemError } from '../../server/problem-error.ts';
import type { ReadOptions, Store } from '../../server/store/store.ts';
import type { Case } from './features.ts';

const limits: ReadOptions = { timeoutMs: 20_000, maxRows: 10_000, maxBytes: 10_000_000 };

/** What a store makes of a query that somebody typed. */
export type Outcome =
  | { kind: 'answer'; columns: string[]; rows: Json[][] }
  | { kind: 'problem'; code: string; message: string; what: string | undefined };

/** Asks as somebody who typed it. Rejects with what is no ProblemError. */
export async function ask(store: Store, query: string, params: Record<string, Json>): Promise<Outcome> {
  try {
    const { table } = await store.readUntrusted(query, params, limits);
    return { kind: 'answer', columns: table.columns, rows: table.rows };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { kind: 'problem', code: error.code, message: error.message, what: error.values?.['what'] };
  }
}

/** What a case expects, in the form of an outcome that can be compared with `comparable`. */
export function expectedOf({ expected }: Case): unknown {
  if ('error' in expected) return { code: expected.error };
  return comparable({ kind: 'answer', ...expected }, expected.isOrdered);
}

/** An outcome without what does not matter: the words of a problem, and the order of rows that have none. */
export function comparable(outcome: Outcome, isOrdered: boolean): unknown {
  if (outcome.kind === 'problem') return { code: outcome.code };
  const rows = outcome.rows.map((row) => JSON.stringify(row.map(sorted)));
  return { columns: outcome.columns, rows: isOrdered ? rows : rows.toSorted() };
}

/** The same value with the fields of its maps in the order of their names. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([name, item]) => [name, sorted(item)]));
}
