import { z } from 'zod';
import type { Counts } from './data-sets.ts';
import type { ReadOptions, Store } from './store/store.ts';

/** How much there is of each data set; what belongs to none is left out. */
const texts = {
  nodes: `
MATCH (n) WHERE n.dataSet IS NOT NULL
RETURN n.dataSet AS dataSet, count(n) AS total`,
  relationships: `
MATCH ()-[r]->() WHERE r.dataSet IS NOT NULL
RETURN r.dataSet AS dataSet, count(r) AS total`,
};

const Rows = z.array(z.tuple([z.string(), z.int()]));

type Held = ReadonlyMap<string, Counts> | undefined;

/**
 * What one database holds of several data sets. Counting looks at all that there is, so it is done again only when the
 * database's own numbers, which are always at hand, are others than the last time.
 */
export class HeldDataSets {
  readonly #store: Pick<Store, 'read' | 'count'>;
  readonly #options: ReadOptions;
  #latest: { of: Counts; held: Promise<Held> } | undefined;

  constructor(store: Pick<Store, 'read' | 'count'>, options: ReadOptions) {
    this.#store = store;
    this.#options = options;
  }

  /** The counts by name of data set; undefined where there is too much to be counted. Rejects with a ProblemError where the database is away. */
  async get(signal?: AbortSignal): Promise<Held> {
    const of = await this.#store.count(signal ? { signal } : {});
    const isSame = this.#latest?.of.nodes === of.nodes && this.#latest.of.relationships === of.relationships;
    if (!this.#latest || !isSame) this.#latest = { of, held: this.#count().catch(() => undefined) };
    return this.#latest.held;
  }

  /** Counts one of them; where it cannot be told from the others, all that the database has. */
  countOf(name: string): Store['count'] {
    return async ({ signal }) => {
      const held = await this.get(signal);
      if (held) return held.get(name) ?? { nodes: 0, relationships: 0 };
      return this.#store.count(signal ? { signal } : {});
    };
  }

  async #count(): Promise<Held> {
    const [nodes, relationships] = await Promise.all([this.#totals(texts.nodes), this.#totals(texts.relationships)]);
    return new Map(
      [...nodes].map(([name, total]) => [name, { nodes: total, relationships: relationships.get(name) ?? 0 }]),
    );
  }

  async #totals(text: string): Promise<Map<string, number>> {
    const { table } = await this.#store.read(text, {}, this.#options);
    return new Map(Rows.parse(table.rows));
  }
}
