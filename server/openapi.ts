import { z } from 'zod';
import type { Json, Ontology } from './contract.ts';
import * as contract from './contract.ts';
import { problemKinds } from './problem-error.ts';
import { catalogue } from './queries/catalogue.ts';
import type { NamedQuery } from './queries/define-query.ts';
import { jsonSchema } from './queries/define-query.ts';

type Document = Record<string, Json>;

/** The OpenAPI 3.1 description of the API, made from the schemas that check what travels. */
export function openApiDocument(ontology: Pick<Ontology, 'key'>): Document {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Document graph explorer',
      version: '1',
      description: 'Named queries over the knowledge graph of a document, and ad hoc Cypher, read-only.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'queries', description: 'The catalogue: each query has a name, and each answer is a link.' },
      { name: 'cypher', description: 'Queries that somebody types.' },
      { name: 'about', description: 'The server, its data set and this description.' },
    ],
    paths: {
      '/api/health': {
        get: operation('health', 'about', 'Which engine answers, and how much there is', 'Health', {
          '503': jsonResponse('Health', 'The database is out of reach'),
        }),
      },
      '/api/ontology': { get: operation('ontology', 'about', 'How the data set is named and drawn', 'Ontology') },
      '/api/queries': { get: operation('queries', 'queries', 'The catalogue', { array: 'QueryInfo' }) },
      ...Object.fromEntries(
        catalogue
          .filter((query) => query.isFor(ontology))
          .map((query) => [`/api/queries/${query.name}`, { get: queryOperation(query) }]),
      ),
      '/api/cypher': {
        post: {
          ...operation('cypher', 'cypher', 'Runs a query, read-only', 'Answer'),
          requestBody: { required: true, content: json('CypherRequest') },
        },
      },
      '/api/openapi.json': {
        get: {
          operationId: 'openapi',
          tags: ['about'],
          summary: 'This description',
          responses: { '200': { description: 'An OpenAPI 3.1 document', content: { 'application/json': {} } } },
        },
      },
    },
    components: { schemas: componentSchemas() },
  };
}

function queryOperation({ name, title, description, parameters }: NamedQuery): Document {
  return {
    ...operation(name, 'queries', `${title.en} · ${title.zh}`, 'Answer'),
    description: `${description.en}\n\n${description.zh}`,
    parameters: parametersOf(parameters),
  };
}

function parametersOf(parameters: z.ZodObject): Json[] {
  const { properties, required } = z
    .object({ properties: z.record(z.string(), z.json()), required: z.array(z.string()).default([]) })
    .parse(jsonSchema(parameters));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    style: 'form',
    explode: true,
    schema,
  }));
}

function operation(
  operationId: string,
  tag: string,
  summary: string,
  answer: string | { array: string },
  otherResponses: Document = {},
): Document {
  return {
    operationId,
    tags: [tag],
    summary,
    responses: {
      '200': jsonResponse(answer, 'The answer'),
      ...otherResponses,
      default: {
        description: `A problem (RFC 9457) with one of the codes ${Object.keys(problemKinds).join(', ')}`,
        content: { 'application/problem+json': { schema: reference('Problem') } },
      },
    },
  };
}

function jsonResponse(answer: string | { array: string }, description: string): Document {
  return { description, content: json(answer) };
}

function json(schema: string | { array: string }): Document {
  const isList = typeof schema !== 'string';
  return {
    'application/json': { schema: isList ? { type: 'array', items: reference(schema.array) } : reference(schema) },
  };
}

function reference(name: string): Document {
  return { $ref: `#/components/schemas/${name}` };
}

/** Every schema of the contract under its own name. What has a default may be left out of requests only. */
function componentSchemas(): Document {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(contract)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override({ zodSchema, jsonSchema: made }) {
      if (zodSchema === contract.CypherRequest) made.required = ['query'];
    },
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutAddress(schema)]));
}

/** In an OpenAPI document a schema has its address by its place. */
function withoutAddress(schema: object): Json {
  const entries = Object.entries(schema).filter(([key]) => key !== '$id' && key !== '$schema');
  return z.json().parse(Object.fromEntries(entries));
}
