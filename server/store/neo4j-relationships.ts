import type { Relationship } from '../contract.ts';
import type { BatchCheck } from './check-batch.ts';
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
  /** The types of relationships in the database, by their ids. */
  readonly #held = new Map<string, string>();

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

  async read(held: Held): Promise<void> {
    for await (const portion of held.relationships()) {
      for (const relationship of portion) {
        this.#differing.hold(relationship);
        this.#held.set(relationship.id, relationship.type);
      }
    }
  }

  /**
   * One that has changed is made anew, as it may have other ends or another type. The ends must be there.
   * @param progress called with how many relationships more are as they should be
   */
  async write(check: BatchCheck, progress: (count: number) => void): Promise<void> {
    const label = quoted(this.#batch.key.label);
    const property = quoted(this.#batch.key.property);
    for (const { kind, items } of chunksByKind(this.#differingOnes(check), ({ type }) => type)) {
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

  *#differingOnes(check: BatchCheck): Generator<Relationship> {
    for (const relationship of this.#batch.relationships) {
      check.relationship(relationship);
      this.types.add(relationship.type);
      if (this.#differing.compare(relationship) !== 'unchanged') yield relationship;
    }
  }

  /** Removes those of some relationships that the database has. */
  async #remove(ids: string[]): Promise<void> {
    const byType = new Map<string, string[]>();
    for (const id of ids) {
      const type = this.#held.get(id);
      if (type !== undefined) byType.set(type, [...(byType.get(type) ?? []), id]);
    }
    const { key, dataSet } = this.#batch;
    for (const [type, own] of byType) {
      const cypher =
        `UNWIND $ids AS id MATCH ()-[r:${quoted(type)} {${quoted(key.property)}: id}]->() ` +
        'WHERE r.dataSet = $dataSet DELETE r';
      await this.#transactions.write(cypher, { ids: own, dataSet }, own.length);
    }
  }
}
