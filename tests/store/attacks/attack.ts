import type { Json } from '../../../server/contract/json.ts';
import type { ReadOptions } from '../../../server/store/store.ts';

/**
 * What must come of an attack. `refused`: it never ran. `stopped`: it ran and met a limit. `failed`: it ran and ended by
 * itself with an error. `cut`: it was answered in part. `answered`: in full.
 */
export type Outcome = 'refused' | 'stopped' | 'failed' | 'cut' | 'answered';

export type EngineKind = 'embedded' | 'neo4j';

/** A text that somebody types to get what they were not given. */
export interface Attack {
  /** What it is after, and by which way. */
  name: string;
  /** `{web}` stands for the address of a server that must not be asked. */
  cypher: string;
  params?: Record<string, Json>;
  /** What may come of it; by engine where the engines differ. */
  outcome: Outcome[] | Record<EngineKind, Outcome[]>;
  /** The rows of what is answered, in full or in part, by which it shows that it is harmless. */
  rows?: Json[][];
  /** Narrower than those that the tests have for all. */
  limits?: Partial<ReadOptions>;
}

/** Attacks with the same outcome: each a text, or what it is after with its text. */
export function allOf(
  outcome: Attack['outcome'],
  texts: (string | [name: string, cypher: string])[],
  more: Pick<Attack, 'limits' | 'params'> = {},
): Attack[] {
  return texts.map((text) => {
    const [name, cypher] = typeof text === 'string' ? [text, text] : text;
    return { name, cypher, outcome, ...more };
  });
}
