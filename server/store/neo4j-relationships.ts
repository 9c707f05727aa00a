import type { Relationship } from '../contract/graph.ts';
import { chunks, chunksByKind } from './chunks.ts';
import { quoted } from './cypher-name.ts';
import { differingRelationships, type Held } from './differing.ts';
import { propertyRow } from './neo4j-rows.ts';
import type { Transactions } from './neo4j-transactions.ts';
import type { Batch, Tally } from './store.ts';

/** Writes the relationships of a data set that differ from those that the database holds. */
export class RelationshipWriter {
  readonly #transactions: Transactions;
  readonly #batch: Batch;
  readonly #differing;
  /** The types of the batch, as far as it has been gone through. */
  readonly types = new Set<string>();
  /** The types of relationships in the database, by their ids; further ones, where an id is there more than once. */
  readonly #held = new Map<string, string>();
  readonly #further = new Map<string, string[]>();

  constructor(transactions: Transactions, batch: Batch) {
    this.#transactions = transactions;
    this.#batch = batch;
    this.#differing = differingRelationships(batch);
  }

  get tally(): Tally {
    return this.#differing.tally;
  }

  get heldTypes(): Set<string> {
    return new Set(this.#held.values());
  }

  /** Goes through what the database holds; before anything is written. */
  async read(held: Held): Promise<void> {
    for await (const portion of held.relationships()) {
      for (const relationship of portion) {
        this.#differing.hold(relationship);
        this.#remember(relationship);
      }
    }
  }

  /**
   * One that has changed is made anew, as it may have other ends or another type. The ends must be there.
   * @param progress called with how many relationships more are as they should be
   */
  async write(progress: (count: number) => void): Promise<void> {
    const label = quoted(this.#batch.key.label);
    const property = quoted(this.#batch.key.property);
    for (const { kind, items } of chunksByKind(this.#differingOnes(), ({ type }) => type)) {
      await this.#remove(items.map(({ id }) => id));
      const cypher =
        `UNWIND $rows AS row MATCH (a:${label} {${property}: row.start}) MATCH (b:${label} {${property}: row.end}) ` +
        `CREATE (a)-[r:${quoted(kind)}]->(b) SET r = row.properties RETURN count(r) AS count`;
      const rows = items.map(({ id, start, end, properties }) => ({
        start,
        end,
        properties: propertyRow(id, properties, this.#batch),
      }));
      await this.#transactions.write(cypher, { rows }, items.length, items.length);
      progress(items.length);
    }
    progress(this.tally.unchanged);
  }

  /** Removes relationships that are not in the batch. */
  async removeLeft(): Promise<void> {
    for (const ids of chunks([...this.#differing.left])) await this.#remove(ids);
  }

  *#differingOnes(): Generator<Relationship> {
    for (const relationship of this.#batch.relationships) {
      this.types.add(relationship.type);
      if (this.#differing.compare(relationship) !== 'unchanged') yield relationship;
    }
  }

  /** Removes those of some relationships that the database has. */
  async #remove(ids: string[]): Promise<void> {
    const byType = new Map<string, string[]>();
    for (const id of ids) {
      for (const type of this.#typesOf(id)) {
        const own = byType.get(type) ?? [];
        own.push(id);
        byType.set(type, own);
      }
    }
    const { key, dataSet } = this.#batch;
    for (const [type, own] of byType) {
      const cypher =
        `UNWIND $ids AS id MATCH ()-[r:${quoted(type)} {${quoted(key.property)}: id}]->() ` +
        'WHERE r.dataSet = $dataSet DELETE r';
      await this.#transactions.write(cypher, { ids: own, dataSet }, own.length);
    }
  }

  #remember({ id, type }: Relationship): void {
    const known = this.#held.get(id);
    if (known === undefined) this.#held.set(id, type);
    else if (known !== type) this.#further.set(id, [...(this.#further.get(id) ?? []), type]);
  }

  #typesOf(id: string): string[] {
    const type = this.#held.get(id);
    return type === undefined ? [] : [type, ...(this.#further.get(id) ?? [])];
  }
}
