import type { Relationship } from '../contract/graph.ts';
import { charactersIn, chunks, chunksByKind, noSize } from './chunks.ts';
import type { Chunk } from './chunks.ts';
import { quoted } from './cypher-name.ts';
import { differingRelationships, type Held } from './differing.ts';
import { propertyTable } from './neo4j-rows.ts';
import type { Transactions } from './neo4j-transactions.ts';
import type { Batch, Tally } from './store.ts';

/** The engine's own ids of all nodes of the batch, by their keys. */
type ElementIds = ReadonlyMap<string, string>;

const kindOf = ({ type }: Relationship): string => type;
const charactersOf = ({ properties }: Relationship): number => charactersIn(properties);

/** Writes the relationships of a data set that differ from those that the database holds. */
export class RelationshipWriter {
  readonly #transactions: Transactions;
  readonly #batch: Batch;
  readonly #elementIds: ElementIds;
  readonly #differing;
  /** The types of the batch, as far as it has been gone through. */
  readonly types = new Set<string>();
  /** The types of relationships in the database, by their ids; further ones, where an id is there more than once. */
  readonly #held = new Map<string, string>();
  readonly #further = new Map<string, string[]>();
  /** Those that have lost the key: their ids are the engine's own. */
  readonly #keyless = new Set<string>();

  constructor(transactions: Transactions, batch: Batch, elementIds: ElementIds) {
    this.#transactions = transactions;
    this.#batch = batch;
    this.#elementIds = elementIds;
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
    for (const chunk of chunksByKind(this.#differingOnes(), { kindOf, charactersOf })) {
      await this.#remove(chunk.items.map(({ id }) => id));
      await this.#create(chunk);
      progress(chunk.items.length);
    }
    progress(this.tally.unchanged);
  }

  async #create({ kind, items, characters }: Chunk<Relationship>): Promise<void> {
    const { map, rows } = propertyTable(items, this.#batch, ({ start, end }) => [
      this.#elementIds.get(start) ?? '',
      this.#elementIds.get(end) ?? '',
    ]);
    // By the key it would take a multiple of the time, in a transaction that has made many nodes a thousandfold.
    const cypher =
      'UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row[0] MATCH (b) WHERE elementId(b) = row[1] ' +
      `CREATE (a)-[r:${quoted(kind)} ${map}]->(b) RETURN count(r) AS count`;
    await this.#transactions.write({
      cypher,
      params: { rows },
      size: { items: items.length, characters },
      onRows: ([row]) => {
        const count = Number(row?.['count']);
        if (count !== items.length) throw new Error(`of ${items.length} ${kind} ${count} could be written`);
      },
    });
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
    const byMatch = new Map<string, string[]>();
    for (const id of ids) {
      for (const match of this.#matchesOf(id)) {
        const own = byMatch.get(match) ?? [];
        own.push(id);
        byMatch.set(match, own);
      }
    }
    for (const [match, own] of byMatch) {
      await this.#transactions.write({
        cypher: `UNWIND $ids AS id ${match} AND r.dataSet = $dataSet DELETE r`,
        params: { ids: own, dataSet: this.#batch.dataSet },
        size: { ...noSize, items: own.length },
      });
    }
  }

  #remember({ id, type, properties }: Relationship): void {
    if (properties[this.#batch.key.property] !== id) this.#keyless.add(id);
    const known = this.#held.get(id);
    if (known === undefined) this.#held.set(id, type);
    else if (known !== type) this.#further.set(id, [...(this.#further.get(id) ?? []), type]);
  }

  /** How those of an id in the database are found. */
  #matchesOf(id: string): string[] {
    const type = this.#held.get(id);
    if (type === undefined) return [];
    if (this.#keyless.has(id)) return ['MATCH ()-[r]->() WHERE elementId(r) = id'];
    const property = quoted(this.#batch.key.property);
    return [type, ...(this.#further.get(id) ?? [])].map(
      (own) => `MATCH ()-[r:${quoted(own)}]->() WHERE r.${property} = id`,
    );
  }
}
