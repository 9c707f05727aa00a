import type { Transaction } from 'neo4j-driver';
import { quoted } from './cypher-name.ts';
import type { Batch } from './store.ts';

/** What the database holds of a data set and the batch does not. */
export interface Stale {
  /** Element ids of nodes. */
  nodes: string[];
  /** Element ids of relationships, with those that have other ends or another type in the batch. */
  relationships: string[];
  /** How many of these relationships are not in the batch at all. */
  relationshipsGone: number;
  /** Labels that nodes of the data set carry now. */
  labels: string[];
}

interface NodeRow {
  element: string;
  id: unknown;
  labels: string[];
}

interface RelationshipRow {
  element: string;
  id: unknown;
  type: string;
  start: unknown;
  end: unknown;
}

/** Compares the database with a batch. */
export async function readStale(transaction: Transaction, batch: Batch): Promise<Stale> {
  return { ...(await readNodes(transaction, batch)), ...(await readRelationships(transaction, batch)) };
}

async function readNodes(
  transaction: Transaction,
  { nodes, key, dataSet }: Batch,
): Promise<Pick<Stale, 'nodes' | 'labels'>> {
  const wanted = new Set<unknown>(nodes.map(({ id }) => id));
  const labels = new Set<string>();
  const stale: string[] = [];
  const cypher =
    'MATCH (n) WHERE n.dataSet = $dataSet RETURN elementId(n) AS element, ' +
    `CASE WHEN n:${quoted(key.label)} THEN n.${quoted(key.property)} END AS id, labels(n) AS labels`;
  for await (const row of transaction.run<NodeRow>(cypher, { dataSet })) {
    for (const label of row.get('labels')) labels.add(label);
    if (!wanted.has(row.get('id'))) stale.push(row.get('element'));
  }
  return { nodes: stale, labels: [...labels].toSorted() };
}

async function readRelationships(
  transaction: Transaction,
  { relationships, key, dataSet }: Batch,
): Promise<Pick<Stale, 'relationships' | 'relationshipsGone'>> {
  const property = quoted(key.property);
  const wanted = new Map<unknown, string>(
    relationships.map(({ id, type, start, end }) => [id, JSON.stringify([type, start, end])]),
  );
  const stale: string[] = [];
  let gone = 0;
  const cypher =
    'MATCH (a)-[r]->(b) WHERE r.dataSet = $dataSet RETURN elementId(r) AS element, ' +
    `r.${property} AS id, type(r) AS type, a.${property} AS start, b.${property} AS end`;
  for await (const row of transaction.run<RelationshipRow>(cypher, { dataSet })) {
    const expected = wanted.get(row.get('id'));
    const found = JSON.stringify([row.get('type'), row.get('start'), row.get('end')]);
    if (expected === found) continue;
    stale.push(row.get('element'));
    if (expected === undefined) gone += 1;
  }
  return { relationships: stale, relationshipsGone: gone };
}
