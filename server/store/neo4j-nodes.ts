import type { Node } from '../contract.ts';
import { ProblemError } from '../problem-error.ts';
import type { BatchCheck } from './check-batch.ts';
import { chunks, chunksByKind } from './chunks.ts';
import { quoted } from './cypher-name.ts';
import { differingNodes, type Fate, type Held } from './differing.ts';
import { propertyRow } from './neo4j-rows.ts';
import type { Transactions } from './neo4j-transactions.ts';
import type { Batch, Tally } from './store.ts';

interface Fated {
  node: Node;
  fate: Fate;
}

/** Writes the nodes of a data set that differ from those that the database holds. */
export class NodeWriter {
  readonly #transactions: Transactions;
  readonly #batch: Batch;
  readonly #differing;
  /** Labels that nodes of the data set carry in the database. */
  readonly #labels = new Set<string>();
  /** Whether the database has nodes of others under the same key, once it is known. */
  #hasStrangers: boolean | undefined;

  constructor(transactions: Transactions, batch: Batch) {
    this.#transactions = transactions;
    this.#batch = batch;
    this.#differing = differingNodes(batch);
  }

  get tally(): Tally {
    return this.#differing.tally;
  }

  async read(held: Held): Promise<void> {
    for await (const portion of held.nodes()) {
      for (const node of portion) {
        this.#differing.hold(node);
        for (const label of node.labels) this.#labels.add(label);
      }
    }
  }

  /** @param progress called with how many nodes more are as they should be */
  async write(check: BatchCheck, progress: (count: number) => void): Promise<void> {
    const { key } = this.#batch;
    const kindOf = ({ node: { labels }, fate }: Fated) =>
      [fate, ...labels.filter((label) => label !== key.label).toSorted()].join('\n');
    for (const { kind, items } of chunksByKind(this.#fated(check), kindOf)) {
      const [fate, ...labels] = kind.split('\n');
      if (fate === 'added') await this.#create(labels, items);
      if (fate === 'changed') await this.#change(labels, items);
      progress(items.length);
    }
    progress(this.tally.unchanged);
  }

  /** Removes nodes that are not in the batch; their own relationships must be gone by now. */
  async removeLeft(): Promise<void> {
    const { key, dataSet } = this.#batch;
    const left = [...this.#differing.left];
    // A node that has lost the key's label has the engine's own id.
    const found = `CASE WHEN n:${quoted(key.label)} THEN n.${quoted(key.property)} ELSE elementId(n) END`;
    for (const ids of chunks(left)) {
      const match = `MATCH (n) WHERE n.dataSet = $dataSet AND ${found} IN $ids`;
      const reader = await this.#transactions.current();
      const [row] = (await reader.run(`${match} MATCH (n)--() RETURN ${found} AS id LIMIT 1`, { ids, dataSet }))
        .records;
      if (row) {
        const detail = `the node ${String(row.get('id'))} is gone from the data set, but relationships of others end at it`;
        throw new ProblemError('internal', detail);
      }
      await this.#transactions.write(`${match} DELETE n`, { ids, dataSet }, ids.length);
    }
  }

  *#fated(check: BatchCheck): Generator<Fated> {
    for (const node of this.#batch.nodes) {
      check.node(node);
      const fate = this.#differing.compare(node);
      if (fate !== 'unchanged') yield { node, fate };
    }
  }

  async #create(labels: string[], items: Fated[]): Promise<void> {
    await this.#refuseForeign(items);
    const { key } = this.#batch;
    const cypher = `UNWIND $rows AS row CREATE (n${colons([key.label, ...labels])}) SET n = row`;
    await this.#transactions.write(cypher, { rows: items.map(({ node }) => this.#row(node)) }, items.length);
  }

  async #change(labels: string[], items: Fated[]): Promise<void> {
    const { key } = this.#batch;
    const gone = [...this.#labels].filter((label) => !labels.includes(label) && label !== key.label);
    const cypher = [
      `UNWIND $rows AS row MATCH (n:${quoted(key.label)} {${quoted(key.property)}: row.${quoted(key.property)}})`,
      `SET n = row${labels.length > 0 ? `, n${colons(labels)}` : ''}`,
      ...(gone.length > 0 ? [`REMOVE n${colons(gone)}`] : []),
    ].join(' ');
    await this.#transactions.write(cypher, { rows: items.map(({ node }) => this.#row(node)) }, items.length);
  }

  #row({ id, properties }: Node): Record<string, unknown> {
    return propertyRow(id, properties, this.#batch);
  }

  /** Refuses nodes that are there already, and another data set's. Where there is no other, nothing needs to be looked up. */
  async #refuseForeign(items: Fated[]): Promise<void> {
    this.#hasStrangers ??= await this.#findStranger();
    if (!this.#hasStrangers) return;
    const { key } = this.#batch;
    const cypher =
      `UNWIND $ids AS id MATCH (n:${quoted(key.label)} {${quoted(key.property)}: id}) ` +
      'RETURN id, n.dataSet AS owner LIMIT 1';
    const reader = await this.#transactions.current();
    const [row] = (await reader.run(cypher, { ids: items.map(({ node }) => node.id) })).records;
    if (!row) return;
    const owner: unknown = row.get('owner');
    const whose = typeof owner === 'string' ? `the data set ${owner}` : 'no data set';
    throw new ProblemError('internal', `the database has a node ${row.get('id')} already, of ${whose}`);
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
