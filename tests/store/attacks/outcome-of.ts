import { ProblemError, type ProblemCode } from '../../../server/problem-error.ts';
import type { Store } from '../../../server/store/store.ts';
import type { Json } from '../../../server/contract/json.ts';
import { limits } from '../contract-suite.ts';
import type { Attack, Outcome } from './attack.ts';

const outcomes = new Map<ProblemCode, Outcome>([
  ['cypher-write', 'refused'],
  ['cypher-refused', 'refused'],
  ['cypher-syntax', 'refused'],
  ['cypher-too-long', 'refused'],
  ['cypher-unsupported', 'refused'],
  ['cypher-failed', 'failed'],
  ['time-limit', 'stopped'],
  ['memory-limit', 'stopped'],
  ['byte-limit', 'stopped'],
]);

/** What came of an attack: the outcome, how it was told, and what was answered. */
export interface Came {
  outcome: Outcome | 'broken';
  told: string;
  rows?: Json[][];
}

/** Types an attack. A problem that is none of the query's, such as a lost database, is `broken`. */
export async function outcomeOf(store: Store, attack: Attack, web: string): Promise<Came> {
  const { cypher, params = {} } = attack;
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value === '{web}' ? web : value] as const),
  );
  try {
    const answer = await store.readUntrusted(cypher.replaceAll('{web}', web), values, { ...limits, ...attack.limits });
    const { rows } = answer.table;
    return answer.truncated ? { outcome: 'cut', told: 'cut', rows } : { outcome: 'answered', told: 'answered', rows };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { outcome: outcomes.get(error.code) ?? 'broken', told: error.code };
  }
}
