import type { Ontology } from '../contract/data-set/ontology.ts';
import { catalogue, queriesFor } from '../queries/catalogue.ts';
import { aboutOperations } from './about-operations.ts';
import { cypherOperations } from './cypher-operations.ts';
import type { Document, Operation } from './operation.ts';
import { reference } from './operation.ts';
import { queryOperation, statementOperation } from './query-operations.ts';
import { dataSetOperations, ofDataSets } from './data-set-operations.ts';
import { responsesOf } from './responses.ts';
import { componentSchemas } from './schemas.ts';

/** Where the routes of the first data set are. */
const apiBase = '/api';

/** Where a data set is described, and among which. */
interface Surroundings {
  /** Where its routes are: `/api` for the first one, which has those of the server, too. */
  base?: string;
  /** The names of all data sets of the server. */
  names?: readonly string[];
}

/** The OpenAPI 3.1 description of the API of a data set, made from the schemas that check what travels. */
export function openApiDocument(
  ontology: Ontology,
  { base = apiBase, names = [ontology.dataSet] }: Surroundings = {},
): Document {
  const isFirst = base === apiBase;
  const all = [...operations(ontology), ...(isFirst ? dataSetOperations(names) : [])];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Document graph explorer',
      version: '1',
      description: 'Named queries over the knowledge graph of a document, and ad hoc Cypher, read-only.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The server that this description comes from' }],
    tags: [
      { name: 'queries', description: 'The catalogue: each query has a name, and each answer is a link.' },
      { name: 'cypher', description: 'Queries that somebody types.' },
      { name: 'questions', description: 'What the data set’s own questions ask, by the names of their blanks.' },
      { name: 'about', description: 'The server, its data set and this description.' },
    ],
    paths: paths(all.map((operation) => (isFirst ? operation : movedTo(base, operation)))),
    components: { schemas: componentSchemas(), securitySchemes: { bearer } },
  };
}

/** An operation where a data set beside the first one has it: it can go wrong in more ways. */
function movedTo(base: string, operation: Operation): Operation {
  const { path, problems = [] } = operation;
  return { ...operation, path: path.replace(apiBase, base), problems: [...problems, ...ofDataSets] };
}

const bearer: Document = {
  type: 'http',
  scheme: 'bearer',
  description: 'Needed for ad hoc Cypher where `GET /api/health` says `signIn: needed`.',
};

function operations(ontology: Ontology): Operation[] {
  const queries = queriesFor(ontology);
  return [
    ...aboutOperations,
    ...queries.map((query) => queryOperation(query, catalogue.includes(query) ? 'queries' : 'questions', ontology)),
    statementOperation(queries),
    ...cypherOperations(ontology),
  ];
}

/** The operations by path, and those of a path by method. */
function paths(all: Operation[]): Document {
  const names = [...new Set(all.map(({ path }) => path))];
  return Object.fromEntries(names.map((name) => [name, methods(all.filter(({ path }) => path === name))]));
}

function methods(ofPath: Operation[]): Document {
  return Object.fromEntries(ofPath.map((operation) => [operation.method, described(operation)]));
}

function described(operation: Operation): Document {
  const { id, tag, summary, description, parameters, body, maySignIn } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(parameters && { parameters }),
    ...(body && { requestBody: requestBody(body) }),
    ...(maySignIn && { security: [{}, { bearer: [] }] }),
    responses: responsesOf(operation),
  };
}

function requestBody({ schema, examples }: NonNullable<Operation['body']>): Document {
  return { required: true, content: { 'application/json': { schema: reference(schema), examples } } };
}
