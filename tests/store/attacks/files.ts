import { allOf, type Attack } from './attack.ts';

/** What would fetch a file, or an address that only the database can reach. */
export const files: Attack[] = [
  ...allOf(
    ['refused'],
    [
      "LOAD CSV FROM '{web}' AS line RETURN line",
      "LOAD CSV WITH HEADERS FROM '{web}' AS line FIELDTERMINATOR ';' RETURN line",
      "LOAD CSV FROM 'file:///data.csv' AS line RETURN line",
      "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
      "LOAD CSV FROM 'http://169.254.169.254/latest/meta-data/' AS line RETURN line",
      "LOAD CSV FROM 'ftp://127.0.0.1/' AS line RETURN line",
      "load\n// x\ncsv from '{web}' as line return line",
      "EXPLAIN LOAD CSV FROM '{web}' AS line RETURN line",
      "CYPHER runtime=slotted LOAD CSV FROM '{web}' AS line RETURN line",
      "CALL () { LOAD CSV FROM '{web}' AS line RETURN line } RETURN line",
      "CALL () { CALL () { LOAD CSV FROM '{web}' AS line RETURN line } RETURN line } RETURN line",
      "RETURN 1 AS line UNION LOAD CSV FROM '{web}' AS line RETURN line",
      "RETURN COUNT { LOAD CSV FROM '{web}' AS line RETURN line } AS x",
      "RETURN EXISTS { LOAD CSV FROM '{web}' AS line RETURN line } AS x",
      "RETURN COLLECT { LOAD CSV FROM '{web}' AS line RETURN line } AS x",
      "RETURN [x IN [1] | COUNT { LOAD CSV FROM '{web}' AS line RETURN line }] AS x",
      "RETURN [x IN [1] | COUNT { LOAD/**/CSV FROM '{web}' AS line RETURN line }] AS x",
      "RETURN [x IN [1] | COUNT { \\u004COAD CSV FROM '{web}' AS line RETURN line }] AS x",
      "RETURN [x IN [1] | COUNT { LOAD\u001fCSV FROM '{web}' AS line RETURN line }] AS x",
      "RETURN any(x IN [1] WHERE EXISTS { LOAD CSV FROM '{web}' AS line RETURN line }) AS x",
      "MATCH (n) WHERE EXISTS { LOAD CSV FROM '{web}' AS line RETURN line } RETURN n",
      "UNWIND COLLECT { LOAD CSV FROM '{web}' AS line RETURN line } AS x RETURN x",
      'LOAD CSV FROM $address AS line RETURN line',
      'LOAD CSV FROM reduce(s = "", x IN ["{web}"] | s + x) AS line RETURN line',
      "LOAD JSONL FROM '/etc/passwd' AS line RETURN line",
      "LOAD PARQUET FROM '/etc/passwd' AS line RETURN line",
      "USING PERIODIC COMMIT LOAD CSV FROM '{web}' AS line RETURN line",
    ],
    { params: { address: '{web}' } },
  ),
  // What a server does not know at all fails before it runs.
  ...allOf(
    ['refused', 'failed'],
    [
      "CALL apoc.load.json('{web}') YIELD value RETURN value",
      "CALL db.labels() YIELD label CALL apoc.load.json('{web}') YIELD value RETURN value",
    ],
  ),
];
