import { allOf, type Attack } from './attack.ts';

/** What READ mode lets pass, so that only the gate stops it. */
const commands = [
  'SHOW SETTINGS YIELD name RETURN name LIMIT 1',
  'SHOW TRANSACTIONS',
  'SHOW USERS',
  'SHOW CURRENT USER',
  'SHOW PRIVILEGES',
  'SHOW DATABASES',
  'SHOW INDEXES',
  'SHOW CONSTRAINTS',
  'SHOW PROCEDURES',
  'SHOW FUNCTIONS',
  'SHOW SERVERS',
  'USE system SHOW USERS',
  'EXPLAIN SHOW SETTINGS',
  'CYPHER runtime=slotted SHOW TRANSACTIONS',
  '/* */ SHOW /* */ TRANSACTIONS YIELD * WHERE true RETURN *',
  "TERMINATE TRANSACTIONS 'neo4j-transaction-0'",
  'SHOW TRANSACTIONS YIELD transactionId AS id TERMINATE TRANSACTIONS id YIELD message RETURN message',
];

const procedures = [
  "CALL dbms.killConnection('bolt-0')",
  "CALL dbms.killConnections(['bolt-0'])",
  "CALL dbms.listConfig('server.')",
  'CALL dbms.listConnections()',
  'CALL dbms.components()',
  "CALL dbms.queryJmx('*:*')",
  'CALL db.clearQueryCaches()',
  "CALL db.stats.clear('QUERIES')",
  "CALL db.stats.collect('QUERIES')",
  'CALL db.awaitIndexes()',
  'cAlL `db` . `clearQueryCaches` ( )',
  'CALL /* db.labels() */ db.clearQueryCaches()',
  'CALL db.labels() YIELD label CALL db.clearQueryCaches() YIELD value RETURN value',
  'OPTIONAL CALL db.clearQueryCaches()',
  'CALL () { CALL db.clearQueryCaches() YIELD value RETURN value } RETURN value',
  'RETURN 1 AS value UNION CALL db.clearQueryCaches() YIELD value RETURN value',
  'UNWIND [1, 2] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y',
  'UNWIND [1, 2] AS x CALL (x) { RETURN x AS y } IN 2 CONCURRENT TRANSACTIONS OF 1 ROW ON ERROR CONTINUE RETURN y',
];

/** Inside an expression, where the plan shows nothing of it. */
const hidden = [
  "RETURN [x IN [1] | COUNT { CALL db.stats.clear('QUERIES') YIELD success RETURN success }] AS x",
  'RETURN [x IN [1] | COUNT { CALL `db`.`stats`.`clear`("QUERIES") YIELD success RETURN success }] AS x',
  'RETURN [x IN [1] | COUNT { CALL /* db.labels() */ db.clearQueryCaches() YIELD value RETURN value }] AS x',
  'RETURN [x IN [1] | EXISTS { CALL dbms.listConfig("") YIELD value RETURN value }] AS x',
  'RETURN [x IN [1] | COLLECT { CALL dbms.listConfig("") YIELD value RETURN value }] AS x',
  'RETURN [x IN [1] | COUNT { UNWIND [1] AS y CALL (y) { RETURN 1 AS z } IN TRANSACTIONS RETURN z }] AS x',
  'RETURN [x IN [1] | COUNT { UNWIND [1] AS y CALL (y) { RETURN 1 AS z } IN 2 CONCURRENT TRANSACTIONS RETURN z }] AS x',
  'RETURN all(x IN [1] WHERE EXISTS { CALL db.clearQueryCaches() YIELD value RETURN value }) AS x',
  'RETURN reduce(s = 0, x IN [1] | s + COUNT { CALL db.clearQueryCaches() YIELD value RETURN value }) AS x',
  'RETURN CASE WHEN true THEN COUNT { CALL db.clearQueryCaches() YIELD value RETURN value } END AS x',
  'MATCH (n) RETURN n {x: COUNT { CALL db.clearQueryCaches() YIELD value RETURN value }} AS x LIMIT 1',
  'MATCH (n) RETURN [(n)-->(m) WHERE EXISTS { CALL db.clearQueryCaches() YIELD value RETURN value } | m] AS x',
  'MATCH (n) RETURN n.id AS id ORDER BY COUNT { CALL db.clearQueryCaches() YIELD value RETURN value }',
  'RETURN 1 AS x LIMIT COUNT { CALL db.clearQueryCaches() YIELD value RETURN value }',
  'RETURN COUNT { RETURN COUNT { RETURN COUNT { CALL db.clearQueryCaches() YIELD value RETURN value } AS a } AS b } AS x',
];

/** Functions that run a text as Cypher, or reach out of the database; a server may have them installed. */
const functions = [
  "RETURN apoc.cypher.runFirstColumnSingle('RETURN 1', {}) AS x",
  'RETURN apoc.cypher.runFirstColumnMany(\'LOAD CSV FROM "{web}" AS line RETURN line\', {}) AS x',
  "RETURN `apoc`.`cypher`.`runFirstColumn`('RETURN 1', {}, false) AS x",
  "RETURN [x IN [1] | apoc /* */ . cypher . runFirstColumnSingle ('RETURN 1', {})] AS x",
  "RETURN custom.anything('x') AS x",
  "USE graph.byName('system') RETURN 1 AS x",
];

/** What would rule the database, or look where nobody should. */
export const administration: Attack[] = [
  // What a server does not know at all fails before it runs.
  ...allOf(['refused', 'failed'], commands),
  ...allOf(['refused'], [...procedures, ...hidden, ...functions]),
];
