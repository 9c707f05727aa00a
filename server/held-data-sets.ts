import { z } from 'zod';
import type { Count, Counts } from './counts.ts';
import { type ProblemCode, ProblemError } from './problem-error.ts';
import type { ReadOptions, Store } from './store/store.ts';

/** How much there is of the data sets that are asked for; what else a database holds may have anything as its `dataSet`. */
const texts = {
  nodes: `
MATCH (n) WHERE n.dataSet IN $names
RETURN n.dataSet AS dataSet, count(n) AS total`,
  relationships: `
MATCH ()-[r]->() WHERE r.dataSet IN $names
RETURN r.dataSet AS dataSet, count(r) AS total`,
  // What a load of more than one transaction leaves until it is done.
  unfinished: `
MATCH (mark:UnfinishedLoad) WHERE mark.of IN $names
RETURN mark.of AS dataSet, count(mark) AS total`,
};

const Rows = z.array(z.tuple([z.string(), z.int()]));

/** Milliseconds after which what was too much to be counted is tried again. */
const againMs = 60_000;

/** What a query says that was stopped because it had too much to do. */
const limits: ReadonlySet<ProblemCode> = new Set(['time-limit', 'memory-limit', 'byte-limit']);

/** The counts by name of data set; undefined where there is too much to be counted. */
export type Held = ReadonlyMap<string, Counts> | undefined;

/** What was found, for as long as the database has these numbers and `until` has not come. */
interface Found {
  of: Counts;
  held: Held;
  until: number;
}

/** A count that is under way for all who wait for it. */
interface Counting {
  held: Promise<Held>;
  waiting: number;
  stopping: AbortController;
}

/**
 * What one database holds of several data sets. Counting looks at all that there is, so it is done again only when the
 * database's own numbers, which are always at hand, are others than the last time; and once for all who ask meanwhile.
 */
export class HeldDataSets {
  readonly #store: Pick<Store, 'read' | 'count'>;
  readonly #names: string[];
  readonly #options: ReadOptions;
  #found: Found | undefined;
  #counting: Counting | undefined;

  constructor(store: Pick<Store, 'read' | 'count'>, names: readonly string[], options: ReadOptions) {
    this.#store = store;
    this.#names = [...names];
    this.#options = options;
  }

  /** What is held of each; a count that failed is not kept. Rejects with a ProblemError, as where the database is away. */
  async get(signal?: AbortSignal): Promise<Held> {
    const of = await this.#store.count(signal ? { signal } : {});
    const found = this.#found;
    const isSame = found?.of.nodes === of.nodes && found.of.relationships === of.relationships;
    if (found && isSame && performance.now() < found.until) return found.held;
    return this.#join((this.#counting ??= this.#begin(of)), signal);
  }

  /** Counts one of them. */
  countOf(name: string): Count {
    return async ({ signal }) => {
      const held = await this.get(signal);
      return held && (held.get(name) ?? { nodes: 0, relationships: 0 });
    };
  }

  /** Waits for a count, which is stopped when all who wait for it have gone. */
  async #join(counting: Counting, signal?: AbortSignal): Promise<Held> {
    counting.waiting += 1;
    const leave = () => {
      counting.waiting -= 1;
      if (counting.waiting > 0) return;
      counting.stopping.abort();
      this.#forget(counting);
    };
    signal?.addEventListener('abort', leave);
    if (signal?.aborted) leave();
    try {
      return await counting.held;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  #begin(of: Counts): Counting {
    const stopping = new AbortController();
    const counting = { held: this.#find(of, stopping.signal), waiting: 0, stopping };
    const forget = () => this.#forget(counting);
    counting.held.then(forget, forget);
    return counting;
  }

  #forget(counting: Counting): void {
    if (this.#counting === counting) this.#counting = undefined;
  }

  async #find(of: Counts, signal: AbortSignal): Promise<Held> {
    let held: Held;
    try {
      held = await this.#count(signal);
    } catch (error) {
      if (!(error instanceof ProblemError && limits.has(error.code))) throw error;
    }
    this.#found = { of, held, until: held ? Infinity : performance.now() + againMs };
    return held;
  }

  async #count(signal: AbortSignal): Promise<ReadonlyMap<string, Counts>> {
    const [nodes, relationships, unfinished] = await Promise.all([
      this.#totals(texts.nodes, signal),
      this.#totals(texts.relationships, signal),
      this.#totals(texts.unfinished, signal),
    ]);
    return new Map(
      Array.from(nodes, ([name, total]): [string, Counts] => {
        const counts = { nodes: total, relationships: relationships.get(name) ?? 0 };
        return [name, unfinished.has(name) ? { ...counts, isUnfinished: true } : counts];
      }),
    );
  }

  async #totals(text: string, signal: AbortSignal): Promise<Map<string, number>> {
    const { table } = await this.#store.read(text, { names: this.#names }, { ...this.#options, signal });
    return new Map(Rows.parse(table.rows));
  }
}
