import type { Node } from '../contract/graph.ts';
import { ProblemError } from '../problem-error.ts';
import { bareOf } from './check-batch.ts';
import { charactersIn, chunks, chunksByKind, chunkSize, noSize, together } from './chunks.ts';
import type { Chunk } from './chunks.ts';
import { quoted } from './cypher-name.ts';
import { differingNodes, type Fate, type Held } from './differing.ts';
import { propertyRow, propertyTable } from './neo4j-rows.ts';
import type { Change, Transactions } from './neo4j-transactions.ts';
import type { Batch, Tally } from './store.ts';

interface Fated {
  node: Node;
  fate: Fate;
}

const charactersOf = ({ node: { properties } }: Fated): number => charactersIn(properties);

/** Writes the nodes of a data set that differ from those that the database holds. */
export class NodeWriter {
  readonly #transactions: Transactions;
  readonly #batch: Batch;
  readonly #differing;
  /** Labels that nodes of the data set carry in the database. */
  readonly #labels = new Set<string>();
  /** Those that have lost the key's label: their ids are the engine's own. */
  readonly #keyless = new Set<string>();
  /** All text that is held. */
  #held = noSize;
  /** The engine's own ids of nodes that are held or were made. */
  readonly elementIds = new Map<string, string>();

  constructor(transactions: Transactions, batch: Batch) {
    this.#transactions = transactions;
    this.#batch = batch;
    this.#differing = differingNodes(batch);
  }

  get tally(): Tally {
    return this.#differing.tally;
  }

  /** Goes through what the database holds; before anything is written. */
  async read(held: Held): Promise<void> {
    for await (const portion of held.nodes()) {
      for (const node of portion) {
        this.#differing.hold(node);
        this.#held = together(this.#held, { items: 1, characters: charactersIn(node.properties) });
        for (const label of node.labels) this.#labels.add(label);
        if (node.properties[this.#batch.key.property] !== node.id) this.#keyless.add(node.id);
      }
    }
  }

  /**
   * Sees before the first change that no id is another's, and that nothing of others ends at what is to be removed. Rejects
   * with a ProblemError.
   */
  async refuseOthers(): Promise<void> {
    const left = [...this.#differing.left];
    const hasStrangers = await this.#findStranger();
    if (left.length === 0 && !hasStrangers) return;
    const ids = new Set<string>();
    for (const { id } of bareOf(this.#batch.nodes)) ids.add(id);
    if (hasStrangers) for (const some of chunks([...ids])) await this.#refuseForeign(some);
    for (const some of chunks(left.filter((id) => !ids.has(id)))) await this.#refuseTied(some);
  }

  /** @param progress called with how many nodes more are as they should be */
  async write(progress: (count: number) => void): Promise<void> {
    const { key } = this.#batch;
    const kindOf = ({ node: { labels }, fate }: Fated) =>
      [fate, ...labels.filter((label) => label !== key.label).toSorted()].join('\n');
    for (const chunk of chunksByKind(this.#fated(), { kindOf, charactersOf })) {
      const [fate, ...labels] = chunk.kind.split('\n');
      if (fate === 'added') await this.#create(labels, chunk);
      if (fate === 'changed') await this.#change(labels, chunk);
      progress(chunk.items.length);
    }
    // With the last of the engine's own ids.
    await this.#transactions.settled();
    progress(this.tally.unchanged);
  }

  /**
   * Removes nodes that are not in the batch; their own relationships must be gone by now. It takes as much memory as to make
   * them, so they are counted with as much text as those that are held have on the average.
   */
  async removeLeft(): Promise<void> {
    const each = Math.ceil(this.#held.characters / Math.max(1, this.#held.items));
    const most = Math.min(chunkSize.items, Math.ceil(chunkSize.characters / Math.max(1, each)));
    for (const ids of chunks([...this.#differing.left], most)) {
      for (const { match, own } of this.#matches(ids)) {
        const params = { ids: own, dataSet: this.#batch.dataSet };
        await this.#transactions.write({
          cypher: `${match} DELETE n`,
          params,
          size: { items: own.length, characters: own.length * each },
        });
      }
    }
  }

  /** How nodes of the database are found by their ids, which are of two kinds. */
  #matches(ids: readonly string[]): { match: string; own: string[] }[] {
    const { label, property } = this.#batch.key;
    const ownership = 'WHERE n.dataSet = $dataSet';
    const byKey = `UNWIND $ids AS id MATCH (n:${quoted(label)} {${quoted(property)}: id}) ${ownership}`;
    const byElement = `MATCH (n) WHERE elementId(n) IN $ids AND n.dataSet = $dataSet`;
    return [
      { match: byKey, own: ids.filter((id) => !this.#keyless.has(id)) },
      { match: byElement, own: ids.filter((id) => this.#keyless.has(id)) },
    ].filter(({ own }) => own.length > 0);
  }

  *#fated(): Generator<Fated> {
    for (const node of this.#batch.nodes) {
      const fate = this.#differing.compare(node);
      if (fate !== 'unchanged') yield { node, fate };
    }
  }

  async #create(labels: string[], chunk: Chunk<Fated>): Promise<void> {
    const { key } = this.#batch;
    const { map, rows } = propertyTable(
      chunk.items.map(({ node }) => node),
      this.#batch,
    );
    const cypher =
      `UNWIND $rows AS row CREATE (n${colons([key.label, ...labels])} ${map}) ` +
      `RETURN n.${quoted(key.property)} AS id, elementId(n) AS elementId`;
    await this.#write(cypher, rows, chunk, (made) => {
      for (const { id, elementId } of made) this.elementIds.set(String(id), String(elementId));
    });
  }

  async #change(labels: string[], chunk: Chunk<Fated>): Promise<void> {
    const { key } = this.#batch;
    const gone = [...this.#labels].filter((label) => !labels.includes(label) && label !== key.label);
    const cypher = [
      `UNWIND $rows AS row MATCH (n:${quoted(key.label)} {${quoted(key.property)}: row.${quoted(key.property)}})`,
      `SET n = row${labels.length > 0 ? `, n${colons(labels)}` : ''}`,
      ...(gone.length > 0 ? [`REMOVE n${colons(gone)}`] : []),
    ].join(' ');
    const rows = chunk.items.map(({ node: { id, properties } }) => propertyRow(id, properties, this.#batch));
    await this.#write(cypher, rows, chunk);
  }

  #write(
    cypher: string,
    rows: unknown[],
    { items, characters }: Chunk<Fated>,
    onRows?: Change['onRows'],
  ): Promise<void> {
    const size = { items: items.length, characters };
    return this.#transactions.write({ cypher, params: { rows }, size, ...(onRows && { onRows }) });
  }

  /** Refuses nodes that are there already, and another data set's. */
  async #refuseForeign(ids: string[]): Promise<void> {
    const { key, dataSet } = this.#batch;
    const cypher =
      `UNWIND $ids AS id MATCH (n:${quoted(key.label)} {${quoted(key.property)}: id}) ` +
      'WHERE n.dataSet IS NULL OR n.dataSet <> $dataSet RETURN id, n.dataSet AS owner LIMIT 1';
    const reader = await this.#transactions.current();
    const [row] = (await reader.run(cypher, { ids, dataSet })).records;
    if (!row) return;
    const owner: unknown = row.get('owner');
    const whose = typeof owner === 'string' ? `the data set ${owner}` : 'no data set';
    throw new ProblemError('internal', `the database has a node ${row.get('id')} already, of ${whose}`);
  }

  /** Refuses to remove nodes at which relationships of others end. */
  async #refuseTied(ids: readonly string[]): Promise<void> {
    const { key, dataSet } = this.#batch;
    const reader = await this.#transactions.current();
    for (const { match, own } of this.#matches(ids)) {
      const tied = 'MATCH (n)-[r]-() WHERE r.dataSet IS NULL OR r.dataSet <> $dataSet';
      const cypher = `${match} ${tied} RETURN coalesce(n.${quoted(key.property)}, elementId(n)) AS id LIMIT 1`;
      const [row] = (await reader.run(cypher, { ids: own, dataSet })).records;
      if (!row) continue;
      const detail = `the node ${String(row.get('id'))} is gone from the data set, but relationships of others end at it`;
      throw new ProblemError('internal', detail);
    }
  }

  async #findStranger(): Promise<boolean> {
    const cypher = `MATCH (n:${quoted(this.#batch.key.label)}) WHERE n.dataSet IS NULL OR n.dataSet <> $dataSet RETURN 1 LIMIT 1`;
    const reader = await this.#transactions.current();
    return (await reader.run(cypher, { dataSet: this.#batch.dataSet })).records.length > 0;
  }
}

function colons(labels: readonly string[]): string {
  return labels.map((label) => `:${quoted(label)}`).join('');
}
