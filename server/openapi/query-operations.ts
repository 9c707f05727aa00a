import { z } from 'zod';
import type { Ontology } from '../contract/data-set/ontology.ts';
import type { Json } from '../contract/json.ts';
import type { ProblemCode } from '../problem-error.ts';
import type { NamedQuery } from '../queries/define-query.ts';
import { jsonSchema } from '../queries/define-query.ts';
import type { Document, Operation } from './operation.ts';
import { json } from './operation.ts';
import { exampleOf } from './parameter-examples.ts';
import { ofDatabase } from './responses.ts';

/** What can go wrong with a parameter that names something, by the format of the parameter. */
const unknown: Record<string, ProblemCode[]> = {
  'node-id': ['unknown-node'],
  'node-or-relationship-id': ['unknown-node', 'unknown-relationship'],
};

const ParametersSchema = z.object({
  properties: z.record(z.string(), z.looseObject({ format: z.string().optional() })),
  required: z.array(z.string()).default([]),
});

/** A named query as an operation: its parameters are the query string's. */
export function queryOperation(
  { name, title, description, parameters }: NamedQuery,
  tag: Operation['tag'],
  ontology: Ontology,
): Operation {
  const { properties, required } = ParametersSchema.parse(jsonSchema(parameters));
  const named = Object.values(properties).flatMap(({ format = '' }) => unknown[format] ?? []);
  return {
    method: 'get',
    path: `/api/queries/${name}`,
    id: camelCase(name),
    tag,
    summary: `${title.en} · ${title.zh}`,
    description: `${description.en}\n\n${description.zh}`,
    parameters: Object.entries(properties).map(([parameter, schema], index) =>
      // Who tries the query out gets an answer at once; what may be left out is left out.
      required.includes(parameter)
        ? queryParameter(parameter, schema, true, exampleOf(schema, index, ontology))
        : queryParameter(parameter, schema, false),
    ),
    answer: json('Answer'),
    problems: ['invalid-parameter', ...new Set(named), 'too-many-queries', 'byte-limit', ...ofDatabase],
  };
}

/** What any of the named queries asks the database; it takes the same parameters as the query. */
export function statementOperation(queries: readonly NamedQuery[]): Operation {
  const names = queries.map(({ name }) => name);
  return {
    method: 'get',
    path: '/api/queries/{name}/statement',
    id: 'statement',
    tag: 'queries',
    summary: 'What a named query asks the database',
    description: 'The Cypher of a named query and the values that travel with it, to be run elsewhere or changed.',
    parameters: [
      { name: 'name', in: 'path', required: true, schema: { type: 'string', enum: names }, example: names[0] ?? '' },
      {
        name: 'parameters',
        in: 'query',
        description: 'the parameters of the query, by their names',
        required: false,
        style: 'form',
        explode: true,
        schema: { type: 'object', additionalProperties: { type: 'string' } },
      },
    ],
    answer: json('QueryStatement'),
    problems: ['unknown-query', 'invalid-parameter'],
  };
}

function queryParameter(name: string, schema: object, required: boolean, example?: Json): Document {
  return {
    name,
    in: 'query',
    required,
    style: 'form',
    explode: true,
    schema: z.json().parse(schema),
    ...(example !== undefined && { example }),
  };
}

/** A name as programs have it. Generators would make their own of `neighbour-counts`, and some make two. */
function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
