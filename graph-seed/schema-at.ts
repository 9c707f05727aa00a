import { z } from 'zod';

type Schema = z.core.$ZodType;

/** The schema of what is at a path, without what wraps it; undefined where none is known. */
export function schemaAt(schema: Schema, path: readonly PropertyKey[]): Schema | undefined {
  return path.reduce<Schema | undefined>((outer, step) => outer && inner(bare(outer), step), schema);
}

/** The schema of the key at the end of a path, where keys are names of their own. */
export function keySchemaAt(schema: Schema, path: readonly PropertyKey[]): Schema | undefined {
  const map = schemaAt(schema, path.slice(0, -1));
  const record = map && bare(map);
  return record instanceof z.ZodRecord ? record.keyType : undefined;
}

/** The texts that can stand at a path, where only some can. */
export function choicesAt(schema: Schema, path: readonly PropertyKey[]): string[] {
  const outer = schemaAt(schema, path.slice(0, -1));
  const map = outer && bare(outer);
  const step = path.at(-1);
  if (!map || step === undefined) return [];
  const options = map instanceof z.ZodUnion ? map.options : [map];
  return options.flatMap((option) => {
    const found = inner(bare(option), step);
    const choice = found && bare(found);
    if (choice instanceof z.ZodEnum) return choice.options.map(String);
    return choice instanceof z.ZodLiteral ? [...choice.values].map(String) : [];
  });
}

/** The keys that a schema of a map knows. */
export function keysOf(schema: Schema | undefined): string[] {
  const map = schema && bare(schema);
  if (map instanceof z.ZodUnion) return map.options.flatMap(keysOf);
  return map instanceof z.ZodObject ? Object.keys(map.shape) : [];
}

/** What the schema tells its authors of a value, with an example where it has one. */
export function descriptionOf(schema: Schema | undefined): string | undefined {
  for (let layer = schema; layer; layer = unwrapped(layer)) {
    const { description, examples } = z.globalRegistry.get(layer) ?? {};
    if (description !== undefined) return [description, ...exampleOf(examples)].join(', such as ');
  }
  return undefined;
}

function exampleOf(examples: unknown): string[] {
  if (!Array.isArray(examples) || examples.length === 0) return [];
  const [first]: unknown[] = examples;
  return [typeof first === 'string' ? first : JSON.stringify(first)];
}

function inner(schema: Schema, step: PropertyKey): Schema | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)];
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (!(schema instanceof z.ZodUnion)) return undefined;
  return schema.options.map((option) => inner(bare(option), step)).find((found) => found !== undefined);
}

function bare(schema: Schema): Schema {
  const within = unwrapped(schema);
  return within ? bare(within) : schema;
}

/** What an optional value, one with a default, or one that is transformed is made of. */
function unwrapped(schema: Schema): Schema | undefined {
  if (schema instanceof z.ZodPipe) return schema.in;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return schema.unwrap();
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return schema.unwrap();
  return undefined;
}
