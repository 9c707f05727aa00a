import { z } from 'zod';
import { ProblemError } from '../problem-error.ts';
import { jsonSchema } from '../queries/define-query.ts';

type Value = string | number | string[];

/** What type each parameter of a schema has: to work it out takes longer than to read an address. */
const typesBySchema = new WeakMap<z.ZodObject, ReadonlyMap<string, string | undefined>>();

const Properties = z.record(z.string(), z.object({ type: z.string().optional() }));

/** Values that a parameter may be given, many more than any takes. */
const mostValues = 1_000;

/**
 * What a query string says, in the types that the schema asks for: a list is given repeatedly or joined by commas, a
 * number in digits. What is no number stays text, so that the schema can name it. An encoded comma, `%2C`, is part of a
 * name. Throws a ProblemError for a parameter that is given too many values.
 */
export function readQueryString(search: string, schema: z.ZodObject): Record<string, Value> {
  const types = typesOf(schema);
  const isList = (name: string) => types.get(name) === 'array';
  const given = new Map<string, string[]>();
  for (const part of search.replace(/^\?/, '').split('&')) {
    for (const [name, value] of new URLSearchParams(part)) {
      const values = given.get(name) ?? [];
      values.push(...(isList(name) ? separately(part) : [value]));
      if (values.length > mostValues) throw wrong(name, `it is given more than ${mostValues} times`);
      given.set(name, values);
    }
  }
  return Object.fromEntries([...given].map(([name, values]) => [name, read(name, values, types.get(name))]));
}

/** The items of one `name=a,b`. */
function separately(part: string): string[] {
  const [, items = ''] = part.split(/=(.*)/s);
  return items
    .split(',')
    .map((item) => new URLSearchParams(`item=${item}`).get('item') ?? '')
    .filter((item) => item !== '');
}

function read(name: string, given: string[], type: string | undefined): Value {
  if (type === 'array') return given;
  const [value = ''] = given;
  if (given.length > 1) throw wrong(name, `it is given ${given.length} times`);
  const isNumeric = type === 'integer' || type === 'number';
  // What is too large to be one stays text, too.
  const isOne = isNumeric && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) && Number.isFinite(Number(value));
  return isOne ? Number(value) : value;
}

function wrong(parameter: string, reason: string): ProblemError {
  return new ProblemError('invalid-parameter', `parameter ${parameter}: ${reason}`, { values: { parameter, reason } });
}

function typesOf(schema: z.ZodObject): ReadonlyMap<string, string | undefined> {
  const known = typesBySchema.get(schema);
  if (known) return known;
  const properties = Properties.parse(jsonSchema(schema)['properties']);
  const types = new Map(Object.entries(properties).map(([name, { type }]) => [name, type]));
  typesBySchema.set(schema, types);
  return types;
}
