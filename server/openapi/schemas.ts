import { z } from 'zod';
import * as contract from '../contract.ts';
import type { Json } from '../contract.ts';
import type { Document } from './operation.ts';

/**
 * Every schema of the contract under its own name. What has a default may be left out of a request; what the server
 * sends is whole.
 */
export function componentSchemas(): Document {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(contract)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override({ zodSchema, jsonSchema: made }) {
      if (!registry.get(zodSchema)?.id.endsWith('Request')) return;
      const properties = Object.entries(made.properties ?? {});
      made.required = properties.flatMap(([name, schema]) => (Object.hasOwn(Object(schema), 'default') ? [] : [name]));
    },
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutAddress(schema)]));
}

/** In an OpenAPI document a schema has its address by its place. */
function withoutAddress(schema: object): Json {
  const entries = Object.entries(schema).filter(([key]) => key !== '$id' && key !== '$schema');
  return z.json().parse(Object.fromEntries(entries));
}
