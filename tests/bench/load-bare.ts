import neo4j, { type Driver, type Session } from 'neo4j-driver';
import type { Node, PropertyValue, Relationship } from '../../server/contract/graph.ts';
import type { Batch } from '../../server/store/store.ts';
import type { Neo4jAddress } from '../neo4j/wait-for-bolt.ts';

interface Statement {
  cypher: string;
  rows: Record<string, unknown>[];
}

/**
 * A program that does nothing but send rows, which it has ready in memory, each batch in a transaction of its own. It makes
 * the constraint by which nodes are found before, and the same indexes as the loader after, and waits for these.
 */
export class BareLoader {
  readonly #driver: Driver;
  readonly #statements: Statement[];
  readonly #indexes: string[];

  constructor({ uri, username, password }: Neo4jAddress, { nodes, relationships, searchProperty }: Batch) {
    this.#driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { useBigInt: true });
    this.#statements = [
      ...grouped(nodes, nodeStatement, (node) => sent(node.properties)),
      ...grouped(relationships, relationshipStatement, ({ start, end, properties }) => {
        return { start, end, properties: sent(properties) };
      }),
    ];
    this.#indexes = [
      `CREATE TEXT INDEX FOR (n:Entity) ON (n.${searchProperty})`,
      ...Array.from(
        new Set(Array.from(relationships, ({ type }) => type)),
        (type) => `CREATE INDEX FOR ()-[r:${type}]-() ON (r.id)`,
      ),
    ];
  }

  /** Milliseconds that all of it takes in an empty database. */
  async load(size: number): Promise<number> {
    await this.clear();
    const session = this.#driver.session();
    try {
      const started = performance.now();
      await session.run('CREATE CONSTRAINT FOR (n:Entity) REQUIRE n.id IS UNIQUE');
      for (const { cypher, rows } of this.#statements) {
        for (let start = 0; start < rows.length; start += size) {
          await session.run(cypher, { rows: rows.slice(start, start + size) });
        }
      }
      for (const index of this.#indexes) await session.run(index);
      await session.run('CALL db.awaitIndexes(300)');
      return performance.now() - started;
    } finally {
      await session.close();
    }
  }

  /** Takes all away, indexes and constraints too. */
  async clear(): Promise<void> {
    const session = this.#driver.session();
    try {
      await session.run('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS');
      await session.run('MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS');
      await drop(session, 'CONSTRAINT', 'CONSTRAINTS');
      await drop(session, 'INDEX', 'INDEXES');
    } finally {
      await session.close();
    }
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}

async function drop(session: Session, kind: string, kinds: string): Promise<void> {
  const { records } = await session.run(`SHOW ${kinds} YIELD name, type WHERE type <> 'LOOKUP' RETURN name`);
  for (const record of records) await session.run(`DROP ${kind} ${String(record.get('name'))} IF EXISTS`);
}

function grouped<Item>(
  items: Iterable<Item>,
  statementOf: (item: Item) => string,
  rowOf: (item: Item) => Record<string, unknown>,
): Statement[] {
  const groups = new Map<string, Statement>();
  for (const item of items) {
    const cypher = statementOf(item);
    const group = groups.get(cypher) ?? { cypher, rows: [] };
    groups.set(cypher, group);
    group.rows.push(rowOf(item));
  }
  return [...groups.values()];
}

function nodeStatement({ labels }: Node): string {
  return `UNWIND $rows AS row CREATE (n:${['Entity', ...labels].join(':')}) SET n = row`;
}

function relationshipStatement({ type }: Relationship): string {
  return (
    'UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.end}) ' +
    `CREATE (a)-[r:${type}]->(b) SET r = row.properties`
  );
}

/** JSON has one kind of number, and a whole one is sent as an integer. */
function sent(properties: Record<string, PropertyValue>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      Number.isSafeInteger(value) ? BigInt(Number(value)) : value,
    ]),
  );
}
