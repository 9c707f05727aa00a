import type { Session } from 'neo4j-driver';
import { quoted } from './cypher-name.ts';
import type { Batch } from './store.ts';

/** Makes sure of the constraint by which nodes are found and are unique. */
export async function createConstraint(session: Session, { key }: Batch): Promise<void> {
  await session.run(
    `CREATE CONSTRAINT IF NOT EXISTS FOR (n:${quoted(key.label)}) REQUIRE n.${quoted(key.property)} IS UNIQUE`,
  );
}

/** Makes sure of what search needs, and of what finds the relationships of some types by their id. */
export async function createIndexes(
  session: Session,
  { key, searchProperty }: Batch,
  types: Iterable<string>,
): Promise<void> {
  const statements = [
    `CREATE TEXT INDEX IF NOT EXISTS FOR (n:${quoted(key.label)}) ON (n.${quoted(searchProperty)})`,
    ...Array.from(
      types,
      (type) => `CREATE INDEX IF NOT EXISTS FOR ()-[r:${quoted(type)}]-() ON (r.${quoted(key.property)})`,
    ),
  ];
  // In one transaction: there may be dozens of types, and each commit is written to disk.
  const transaction = await session.beginTransaction();
  for (const statement of statements) await transaction.run(statement);
  await transaction.commit();
  await session.run('CALL db.awaitIndexes(300)');
}
