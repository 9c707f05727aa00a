import type { z } from 'zod';
import { ProblemError } from '../problem-error.ts';
import { jsonSchema } from '../queries/define-query.ts';

type Value = string | number | string[];

/**
 * What a query string says, in the types that the schema asks for: a list is given repeatedly or joined by commas, a
 * number in digits. What is no number stays text, so that the schema can name it.
 */
export function readQueryString(search: URLSearchParams, schema: z.ZodObject): Record<string, Value> {
  const { properties } = jsonSchema(schema);
  const names = [...new Set(search.keys())];
  return Object.fromEntries(names.map((name) => [name, read(name, search.getAll(name), typeOf(properties, name))]));
}

function read(name: string, given: string[], type: unknown): Value {
  if (type === 'array') return given.flatMap((value) => value.split(',')).filter((value) => value !== '');
  const [value = ''] = given;
  if (given.length > 1) {
    throw new ProblemError('invalid-parameter', `parameter ${name}: it is given ${given.length} times`, {
      values: { parameter: name, reason: `it is given ${given.length} times` },
    });
  }
  const isNumeric = type === 'integer' || type === 'number';
  return isNumeric && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

function typeOf(properties: unknown, name: string): unknown {
  if (typeof properties !== 'object' || properties === null || !Object.hasOwn(properties, name)) return undefined;
  const property: unknown = Reflect.get(properties, name);
  return typeof property === 'object' && property !== null && 'type' in property ? property.type : undefined;
}
