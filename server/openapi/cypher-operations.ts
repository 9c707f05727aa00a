import type { Ontology } from '../contract/data-set/ontology.ts';
import type { Json } from '../contract/json.ts';
import type { ProblemCode } from '../problem-error.ts';
import { isQuotable, quoted } from '../store/cypher-name.ts';
import type { Operation } from './operation.ts';
import { json } from './operation.ts';
import { ofDatabase } from './responses.ts';

/** What can go wrong with a text that somebody typed. */
const ofCypher: ProblemCode[] = [
  'invalid-body',
  'body-too-large',
  'cypher-syntax',
  'cypher-failed',
  'cypher-too-long',
  'cypher-unsupported',
  'cypher-write',
  'cypher-refused',
  'cypher-off',
  'sign-in-needed',
  'sign-in-refused',
  'sign-in-unavailable',
  'origin-refused',
  'too-many-queries',
  'byte-limit',
  ...ofDatabase,
];

/** The routes that take Cypher. */
export function cypherOperations(ontology: Ontology): Operation[] {
  return [
    {
      method: 'post',
      path: '/api/cypher',
      id: 'cypher',
      tag: 'cypher',
      summary: 'Runs a query, read-only',
      body: { schema: 'CypherRequest', examples: requestExamples(ontology) },
      answer: json('Answer'),
      problems: ofCypher,
      maySignIn: true,
    },
    {
      method: 'post',
      path: '/api/cypher/plan',
      id: 'cypherPlan',
      tag: 'cypher',
      summary: 'How the database would work a query out, or with `profile` how it did',
      body: { schema: 'PlanRequest', examples: planExamples },
      answer: json('QueryPlan'),
      problems: ofCypher,
      maySignIn: true,
    },
    {
      method: 'post',
      path: '/api/cypher/export',
      id: 'cypherExport',
      tag: 'cypher',
      summary: 'Runs a query and sends its rows as they come, up to a million',
      description: exportDescription,
      body: { schema: 'ExportRequest', examples: exportExamples },
      answer: exportContent,
      problems: ofCypher,
      maySignIn: true,
    },
    {
      method: 'get',
      path: '/api/cypher/vocabulary',
      id: 'cypherVocabulary',
      tag: 'cypher',
      summary: 'What can be named in a query: labels, types, properties, functions and procedures',
      description:
        'It is for everybody, as the named query `schema` is, also where ad hoc queries are off or need a token.',
      answer: json('Vocabulary'),
      problems: ofDatabase,
    },
    {
      method: 'get',
      path: '/api/cypher/queue',
      id: 'cypherQueue',
      tag: 'cypher',
      summary: 'How many typed queries run and wait',
      answer: json('QueryQueueState'),
      maySignIn: true,
    },
  ];
}

const exportDescription = `NDJSON begins with a line \`{"columns": […]}\`; each row is a line \`{"row": […]}\`, which has the
\`nodes\` and \`relationships\` that none of the last ones had; the last line is \`{"summary": {…}}\`, or
\`{"problem": {…}}\` when it went wrong on the way. The other formats are broken off then. In CSV, nodes, relationships, paths,
lists and maps are JSON, and null is nothing; in JSON, each row is an object by the names of its columns. A file of as many rows
as \`limit\` may have been cut: the summary of NDJSON says so, and that of JSON where \`summary\` asks for one; the JSON is then
\`{"rows": […], "summary": {…}}\`. CSV has no place for it: a \`limit\` of one more row than is wanted tells.`;

const records = { type: 'array', items: { type: 'object' } };

const summary = {
  type: 'object',
  properties: { rows: { type: 'integer' }, truncated: { type: 'boolean' } },
};

const exportContent = {
  'application/x-ndjson': { schema: { type: 'string', description: 'a JSON object in each line' } },
  'text/csv': { schema: { type: 'string', description: 'RFC 4180, with a line of headings' } },
  'application/json': { schema: { anyOf: [records, { type: 'object', properties: { rows: records, summary } }] } },
};

const exportExamples = {
  lines: { summary: 'A JSON object in each line', value: { query: 'MATCH (n) RETURN n LIMIT 5' } },
  table: {
    summary: 'CSV for a spreadsheet that needs a mark to read UTF-8',
    value: { query: 'MATCH (n) RETURN labels(n) AS labels, n AS node LIMIT 5', format: 'csv', bom: true },
  },
  records: {
    summary: 'JSON that says whether there were more rows',
    value: { query: 'MATCH (n) RETURN n', limit: 5, format: 'json', summary: true },
  },
};

const planExamples = {
  explain: { summary: 'The plan alone', value: { query: 'MATCH (n) RETURN count(n) AS nodes' } },
  profile: {
    summary: 'The plan of a query that is run for it',
    value: { query: 'MATCH (n) RETURN count(n) AS nodes', profile: true },
  },
};

/** Requests that have an answer in this graph. */
function requestExamples(ontology: Ontology): Record<string, { summary: string; value: Json }> {
  const label = ontology.labels.map(({ name }) => name).find(isQuotable);
  const type = ontology.types.map(({ name }) => name).find(isQuotable);
  return {
    count: { summary: 'How many nodes there are', value: { query: 'MATCH (n) RETURN count(n) AS nodes' } },
    ...(label !== undefined && {
      parameter: {
        summary: 'Nodes of a label, found by a parameter',
        value: {
          query: `MATCH (n:${quoted(label)}) WHERE n.${quoted(ontology.caption.zh)} <> $name RETURN n LIMIT 5`,
          params: { name: ontology.title.zh },
        },
      },
    }),
    ...(type !== undefined && {
      relationships: {
        summary: 'Relationships with both ends, ten of them',
        value: { query: `MATCH (a)-[r:${quoted(type)}]->(b) RETURN a, r, b`, limit: 10 },
      },
    }),
  };
}
