import type { Record as Row, Session } from 'neo4j-driver';
import type { Schema } from '../contract/vocabulary.ts';
import { matchLabel, matchType } from './cypher-name.ts';
import type { Key } from './key.ts';
import type { Names } from './known-names.ts';

/** Nodes of each label, and relationships of each type, of which the properties are looked at. */
const sampleSize = 1_000;

interface Counted {
  name: string;
  count: number;
}

/**
 * Labels and types with their counts, which Neo4j keeps ready, and the properties of a sample of each. Sampling is
 * what keeps it quick on a large graph; on a small one it sees all.
 */
export async function readSchema(session: Session, key: Key | null, timeout: number): Promise<Schema> {
  const run = async (cypher: string, names: string[] = []): Promise<Row[]> =>
    cypher === '' ? [] : (await session.run(cypher, { names }, { timeout })).records;
  const list = async (cypher: string, names: string[] = []) =>
    (await run(cypher, names)).map((row) => String(row.get('name')));
  const count = async (names: string[], match: typeof matchLabel): Promise<Counted[]> => {
    const query = matches(names, match).map((text, index) => `${text} RETURN ${index} AS place, count(x) AS count`);
    const rows = await run(query.join(' UNION ALL '), names);
    return rows
      .map((row) => ({ name: names[Number(row.get('place'))] ?? '', count: Number(row.get('count')) }))
      .filter((counted) => counted.count > 0)
      .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  };
  const sample = (texts: string[], names: string[]) =>
    list(texts.map((text) => `${text} WITH x LIMIT ${sampleSize} ${propertyNames}`).join(' UNION '), names);

  // Neo4j remembers names that nothing has any more: only the others are worth a look at their properties.
  const labels = await count(await list('CALL db.labels() YIELD label AS name RETURN name'), matchLabel);
  const types = await count(
    await list('CALL db.relationshipTypes() YIELD relationshipType AS name RETURN name'),
    matchType,
  );
  const labelNames = labels.map(({ name }) => name);
  const typeNames = types.map(({ name }) => name);
  const ofNodes = await sample(['MATCH (x)', ...matches(labelNames, matchLabel)], labelNames);
  const ofRelationships = await sample(matches(typeNames, matchType), typeNames);
  return {
    labels: labels.filter(({ name }) => name !== key?.label),
    types,
    properties: [...new Set([...ofNodes, ...ofRelationships])].toSorted(),
  };
}

/** A text for each name. */
function matches(names: string[], match: typeof matchLabel): string[] {
  return names.map((name, index) => match(name, `$names[${index}]`));
}

const propertyNames = 'UNWIND keys(x) AS name RETURN DISTINCT name';

/** All names that Neo4j has, those with them that nothing has any more: they are at hand, however large the graph. */
export async function readNames(session: Session, timeout: number): Promise<Names> {
  const cypher = `CALL db.labels() YIELD label RETURN 'label' AS kind, label AS name
    UNION ALL CALL db.relationshipTypes() YIELD relationshipType RETURN 'type' AS kind, relationshipType AS name
    UNION ALL CALL db.propertyKeys() YIELD propertyKey RETURN 'property' AS kind, propertyKey AS name`;
  const { records } = await session.run(cypher, {}, { timeout });
  const of = (kind: string) => records.filter((row) => row.get('kind') === kind).map((row) => String(row.get('name')));
  return { labels: of('label'), types: of('type'), properties: of('property') };
}

/** The numbers of nodes and relationships, which Neo4j keeps ready. */
export async function readCounts(session: Session, timeout: number): Promise<{ nodes: number; relationships: number }> {
  const cypher = 'MATCH (n) RETURN count(n) AS count UNION ALL MATCH ()-[r]->() RETURN count(r) AS count';
  const { records } = await session.run(cypher, {}, { timeout });
  const [nodes = 0, relationships = 0] = records.map((row) => Number(row.get('count')));
  return { nodes, relationships };
}
