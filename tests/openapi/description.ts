import { z } from 'zod';

/** An OpenAPI document as far as the tests read it. */

const Schema = z.record(z.string(), z.json());
const Content = z.record(z.string(), z.object({ schema: Schema }));
const Example = z.object({ summary: z.string().min(1), value: z.json() });

const Parameter = z.object({
  name: z.string(),
  in: z.enum(['query', 'path']),
  required: z.boolean(),
  schema: Schema,
  example: z.json().optional(),
});

const Operation = z.object({
  operationId: z.string().regex(/^[a-z][A-Za-z]*$/),
  summary: z.string().min(1),
  tags: z.array(z.string()).length(1),
  parameters: z.array(Parameter).default([]),
  requestBody: z
    .object({
      required: z.literal(true),
      content: z.object({ 'application/json': z.object({ schema: Schema, examples: z.record(z.string(), Example) }) }),
    })
    .optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  responses: z.record(
    z.string().regex(/^\d{3}$/),
    z.object({ description: z.string().min(1), content: Content.optional() }),
  ),
});
export type Operation = z.infer<typeof Operation>;

export const Description = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.string(), description: z.string() })).min(1),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string().startsWith('/api/'), z.partialRecord(z.enum(['get', 'post']), Operation)),
  components: z.object({
    schemas: z.record(z.string(), Schema),
    securitySchemes: z.record(z.string(), z.object({ type: z.literal('http'), scheme: z.literal('bearer') })),
  }),
});
export type Description = z.infer<typeof Description>;

/** A request that the description gives as an example. */
export interface ExampleRequest {
  /** What tells it from the others in a list of tests. */
  name: string;
  operation: Operation;
  path: string;
  init: RequestInit;
}

/** Every request that can be made of the examples alone: of an operation with a body, one for each of its examples. */
export function exampleRequests({ paths }: Description): ExampleRequest[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const examples = Object.entries(operation.requestBody?.content['application/json'].examples ?? { '': undefined });
      return examples.map(([name, body]) => ({
        name: `${method} ${path} ${name}`.trim(),
        operation,
        path: addressOf(path, operation),
        init: {
          method: method.toUpperCase(),
          ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body.value) }),
        },
      }));
    }),
  );
}

function addressOf(path: string, { parameters }: Operation): string {
  const search = new URLSearchParams();
  let filled = path;
  for (const { name, in: place, example } of parameters) {
    for (const value of example === undefined ? [] : [example].flat()) {
      if (place === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(z.string().parse(value)));
      else search.append(name, typeof value === 'string' ? value : JSON.stringify(value));
    }
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/**
 * What is wrong with an answer by the description; undefined when nothing is. A status or a media type that is not
 * described is wrong, too.
 */
export async function faultIn(
  description: Description,
  operation: Operation,
  response: Response,
): Promise<string | undefined> {
  const [media = ''] = (response.headers.get('content-type') ?? '').split(';');
  const text = await response.text();
  const schema = operation.responses[response.status]?.content?.[media]?.schema;
  if (!schema) return `${response.status} ${media} is not described: ${text.slice(0, 200)}`;
  const whole = JSON.stringify({ ...schema, $defs: description.components.schemas });
  const check = z.fromJSONSchema(JSON.parse(whole.replaceAll('"#/components/schemas/', '"#/$defs/')));
  const body: unknown = media.endsWith('json') && media !== 'application/x-ndjson' ? JSON.parse(text) : text;
  return check.safeParse(body).error?.message;
}
