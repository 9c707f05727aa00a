import neo4j from 'neo4j-driver';
import type { Neo4jAddress } from './wait-for-bolt.ts';

/**
 * A graph that is none of ours, and large: 200,581 nodes and 400,040 relationships, or with five friends for each person
 * 1,000,040, with names of every kind. Made of arithmetic alone, so that it is the same in every run.
 */

/** Labels as only somebody else would name them. Each has ten nodes. */
export const oddLabels = [
  '组织 机构',
  `it's "quoted"`,
  'back`tick',
  '__proto__',
  'constructor',
  'a,b',
  'slash\\u0060) DETACH DELETE n //',
  '🦜',
];

/** Relationship types as only somebody else would name them: each joins the nodes of an odd label in a ring. */
export const oddTypes = ['属于', "isn't `plain`", '__proto__', 'with, comma'];

/** Neighbours of the hub. */
export const hubSize = 50_000;

export const people = 150_000;
const companies = 20_000;
const places = 500;
const readings = 30_000;

/** Names that are hard to draw; every hundredth person has one of them. */
export const hardNames = [
  'x'.repeat(500),
  'שלום עולם',
  'مرحبا بالعالم',
  '👩‍👩‍👧‍👦 family 🇨🇳',
  '<img src=x onerror="alert(1)">',
  "Robert'); MATCH (n) DETACH DELETE n; //",
  '{name} {constructor}',
  'line\nbreak\ttab',
  '第一人民医院',
  '\u202Eevil',
];

/** Statements in the order in which they are to be run, each committed by the thousand. */
const statements = [
  batches(
    people,
    `CREATE (n:Person {uid: i, name: CASE WHEN i % 100 = 7 THEN $hard[(i / 100) % size($hard)]
       ELSE 'Person ' + i END, born: 1950 + i % 60, note: '<b>' + i + '</b>'})
     FOREACH (_ IN CASE WHEN i % 10 = 0 THEN [1] ELSE [] END | SET n:Employee)`,
  ),
  batches(companies, "CREATE (:Company {uid: i, title: '公司 ' + i, code: i % 97, city: 'city-' + (i % 500)})"),
  batches(places, "CREATE (:Place {uid: i, label: 'Place ' + i, at: point({longitude: i % 180, latitude: i % 90})})"),
  batches(readings, 'CREATE (:Reading {uid: i, value: i * 0.5, taken: date({year: 2000 + i % 20})})'),
  ...oddLabels.map((label) => batches(10, `CREATE (:${quoted(label)} {uid: i, \`full name\`: 'odd ' + i})`)),
  'CREATE (:Hub {uid: 0, name: "the hub"})',
];

const relationships = [
  batches(
    people,
    `UNWIND range(1, $friends) AS friend MATCH (a:Person {uid: i})
     MATCH (b:Person {uid: (i * 7919 + 13 * friend) % ${people}}) CREATE (a)-[:KNOWS {since: 2000 + i % 20}]->(b)`,
  ),
  batches(
    people,
    `MATCH (a:Person {uid: i}) MATCH (b:Company {uid: (i * 31) % ${companies}}) CREATE (a)-[:\`works for\`]->(b)`,
  ),
  batches(hubSize, 'MATCH (h:Hub) MATCH (a:Person {uid: i}) CREATE (a)-[:FOLLOWS]->(h)'),
  batches(companies, `MATCH (a:Company {uid: i}) MATCH (b:Place {uid: i % ${places}}) CREATE (a)-[:LOCATED_IN]->(b)`),
  batches(readings, `MATCH (a:Reading {uid: i}) MATCH (b:Place {uid: i % ${places}}) CREATE (a)-[:TAKEN_AT]->(b)`),
  ...oddTypes.map((type, index) => {
    const label = quoted(oddLabels[index] ?? '');
    return batches(
      10,
      `MATCH (a:${label} {uid: i}) MATCH (b:${label} {uid: (i + 1) % 10}) CREATE (a)-[:${quoted(type)}]->(b)`,
    );
  }),
];

/**
 * Fills an empty database.
 * @param friends how many others each person knows
 */
export async function loadLargeGraph({ uri, username, password }: Neo4jAddress, friends = 1): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const session = driver.session();
  try {
    for (const statement of statements) await session.run(statement, { hard: hardNames });
    for (const label of ['Person', 'Company', 'Place', 'Reading']) {
      await session.run(`CREATE INDEX large_${label} IF NOT EXISTS FOR (n:${label}) ON (n.uid)`);
    }
    await session.run('CALL db.awaitIndexes(300)');
    for (const statement of relationships) await session.run(statement, { friends: neo4j.int(friends) });
  } finally {
    await session.close();
    await driver.close();
  }
}

function batches(size: number, statement: string): string {
  return `UNWIND range(0, ${size - 1}) AS i CALL (i) { ${statement} } IN TRANSACTIONS OF 10000 ROWS`;
}

/** A name in backticks. An escape would be read before the backticks are, so its backslash is escaped itself. */
function quoted(name: string): string {
  return `\`${name.replaceAll('\\', '\\u005c').replaceAll('`', '``')}\``;
}
