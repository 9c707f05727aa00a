import neo4j, { type Driver, type Record as Row } from 'neo4j-driver';
import type { Json } from '../../server/contract/json.ts';
import type { Neo4jAddress } from '../neo4j/wait-for-bolt.ts';

/**
 * A program that talks to Neo4j without us, as well as it can: sessions that read only, the same query in the same
 * words, all rows read and turned into plain objects. Its settings are those of our own driver.
 */
export class RawProgram {
  readonly #driver: Driver;

  constructor({ uri, username, password }: Neo4jAddress) {
    this.#driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
      useBigInt: true,
      telemetryDisabled: true,
      connectionLivenessCheckTimeout: 30_000,
    });
  }

  /** All rows of an answer. */
  async ask(cypher: string, params: Record<string, Json>, timeout: number): Promise<unknown[]> {
    const session = this.#driver.session({ defaultAccessMode: neo4j.session.READ, fetchSize: -1 });
    try {
      const { records } = await session.run(cypher, params, { timeout });
      return records.map(toPlain);
    } finally {
      await session.close();
    }
  }

  /** Milliseconds to the first row of an answer, of which all rows are then read. */
  async firstRow(cypher: string): Promise<number> {
    const session = this.#driver.session({ defaultAccessMode: neo4j.session.READ });
    const started = performance.now();
    let first: number | undefined;
    try {
      for await (const record of session.run(cypher)) {
        toPlain(record);
        first ??= performance.now() - started;
      }
      return first ?? Number.NaN;
    } finally {
      await session.close();
    }
  }

  async write(cypher: string): Promise<void> {
    await this.#driver.executeQuery(cypher);
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}

function toPlain(record: Row): Record<string, unknown> {
  return Object.fromEntries(record.keys.map((key) => [key, plain(record.get(key))]));
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (neo4j.isNode(value)) {
    return { id: value.elementId, labels: value.labels, properties: plainProperties(value.properties) };
  }
  if (neo4j.isRelationship(value)) {
    const { elementId: id, type, startNodeElementId: start, endNodeElementId: end } = value;
    return { id, type, start, end, properties: plainProperties(value.properties) };
  }
  if (neo4j.isPath(value)) {
    return value.segments.map(({ start, relationship, end }) => [start, relationship, end].map(plain));
  }
  return value;
}

function plainProperties(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, plain(value)]));
}
