import { allOf, type Attack } from './attack.ts';

/** Clauses that change the graph. READ mode denies them too, in case the gate should ever fail. */
export const plainWrites = [
  'CREATE (:Entity)',
  "MATCH (n:Entity {id: 'city'}) SET n.name = 'x'",
  "MATCH (n:Entity {id: 'city'}) SET n = {}",
  'MATCH (n) SET n += {x: 1}',
  'MATCH (n) SET n:Taken',
  'MATCH (n) DETACH DELETE n',
  'MATCH ()-[r]->() DELETE r',
  "MERGE (n:Entity {id: 'new'})",
  "MERGE (n:Entity {id: 'city'}) ON MATCH SET n.x = 1",
  "MATCH (n:Entity {id: 'city'}) REMOVE n.name",
  'MATCH (n) FOREACH (x IN [1] | SET n.x = x)',
  'CALL () { CREATE (n:Entity) RETURN n } RETURN n',
  'CALL () { CALL () { CALL () { CREATE (n:Entity) RETURN n } RETURN n } RETURN n } RETURN n',
  'UNWIND range(1, 3) AS x CREATE (n:Entity {x: x}) RETURN n',
  'MATCH (n) WITH n LIMIT 1 CREATE (n)-[:TAKEN]->(m) RETURN m',
  'INSERT (:Entity)',
  'PROFILE CREATE (n:Entity) RETURN n',
  'RETURN 1 AS x UNION MATCH (n) SET n.x = 1 RETURN 1 AS x',
];

/** Commands that change what is beside the graph. READ mode denies these too. */
export const plainCommands = [
  'CREATE INDEX taken FOR (n:Entity) ON (n.name)',
  'CREATE FULLTEXT INDEX taken FOR (n:Entity) ON EACH [n.name]',
  'CREATE CONSTRAINT taken FOR (n:Entity) REQUIRE n.name IS UNIQUE',
  'DROP INDEX taken IF EXISTS',
  'DROP CONSTRAINT taken IF EXISTS',
  "CREATE USER taken SET PASSWORD 'taken-password'",
  "ALTER USER neo4j SET PASSWORD 'taken-password'",
  "ALTER CURRENT USER SET PASSWORD FROM 'x' TO 'taken-password'",
  'CREATE DATABASE taken',
  'DROP DATABASE neo4j',
  'STOP DATABASE neo4j',
];

/** The same in a garment. */
const disguised: [string, string][] = [
  ['a comment before', '/* MATCH (n) RETURN n */ CREATE (:Entity)'],
  ['a line of comment before', '// RETURN 1 AS x\nCREATE (:Entity)'],
  ['a comment between', 'MATCH (n)/**/SET/**/n.x/**/=/**/1'],
  ['a comment that seems not to end', "MATCH (n) /* ' */ SET n.x = 1 // '"],
  ['a comment that seems to begin in a string', "MATCH (n) WHERE n.name <> '/*' SET n.x = 1 // */"],
  ['a string that seems not to end', "MATCH (n) WHERE n.name <> '\\'' SET n.x = 1"],
  ['a comment inside the word', 'CRE/**/ATE (:Entity)'],
  ['other cases', 'cReAtE (:Entity)'],
  ['an escape for a letter', '\\u0043REATE (:Entity)'],
  ['an escape for every letter', '\\u0043\\u0052\\u0045\\u0041\\u0054\\u0045 (:Entity)'],
  ['an escape with many u', '\\uuuu0043REATE (:Entity)'],
  ['an escape in the middle', 'MATCH (n) S\\u0045T n.x = 1'],
  ['an escape that ends a comment', '/* \\u002a\\u002f CREATE (:Entity) //'],
  ['wide letters', 'ＣＲＥＡＴＥ (:Entity)'],
  ['a long s for a letter', 'MATCH (n) \u017fET n.x = 1'],
  ['a blank without width', 'CREATE\u200b(:Entity)'],
  ['blanks of other scripts', 'MATCH (n)\u2003SET\u00a0n.x\u3000=\u202f1'],
  ['a byte order mark', '\ufeffCREATE (:Entity)'],
  ['a null', '\u0000CREATE (:Entity)'],
  ['control signs as blanks', 'MATCH (n)\u001fSET\u001dn.x = 1'],
  ['a second statement', 'RETURN 1 AS x; CREATE (:Entity)'],
  ['a second statement behind a comment', 'RETURN 1 AS x; // \nCREATE (:Entity)'],
  ['a semicolon', 'CREATE (:Entity);'],
  ['EXPLAIN, of which a copy runs', 'EXPLAIN CREATE (:Entity)'],
  ['EXPLAIN and PROFILE', 'EXPLAIN PROFILE CREATE (n:Entity) RETURN n'],
  ['an option of the planner', 'CYPHER planner=cost CREATE (:Entity)'],
  ['several options', 'CYPHER runtime=slotted replan=force CREATE (:Entity)'],
  ['a version of the language', 'CYPHER 5 CREATE (:Entity)'],
  ['the next version of the language', 'CYPHER 25 CREATE (:Entity)'],
  ['another database', 'USE neo4j CREATE (:Entity)'],
  ['the database that rules', 'USE system CREATE (:Entity)'],
  ['a name that looks like the end', 'MATCH (`n) RETURN n //`) SET `n) RETURN n //`.x = 1'],
  ['a value by its name', 'MATCH (n) SET n[$key] = 1'],
  ['a label by its name', 'MATCH (n) SET n:$($key)'],
];

/** Procedures that write. */
const procedures = [
  "CALL db.createLabel('Taken')",
  "CALL db.createProperty('taken')",
  "CALL db.createRelationshipType('TAKEN')",
  "MATCH (n) CALL db.create.setNodeVectorProperty(n, 'x', [1.0]) RETURN n",
  "CALL dbms.setConfigValue('db.memory.transaction.max', '0')",
  'CALL tx.setMetaData({taken: true})',
  "CALL db.resampleIndex('taken')",
  "CALL apoc.cypher.doIt('CREATE (:Entity)', {})",
];

/** What would change something. */
export const writes: Attack[] = [
  ...allOf(['refused'], [...plainWrites, ...plainCommands]),
  // What a server does not know at all fails before it runs.
  ...allOf(['refused', 'failed'], procedures),
  ...allOf(['refused', 'failed'], disguised, { params: { key: 'x' } }),
  {
    name: 'an escape that ends a string',
    cypher: "RETURN '\\u0027 AS x CREATE (:Entity) //' AS x",
    // To the embedded engine it is one string.
    outcome: { neo4j: ['refused'], embedded: ['answered'] },
    rows: [["' AS x CREATE (:Entity) //"]],
  },
];
