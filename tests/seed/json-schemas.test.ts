import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { files } from '../../graph-seed/format.ts';
import type { FileName } from '../../graph-seed/format.ts';
import { jsonSchemas, schemaLine } from '../../graph-seed/json-schemas.ts';
import type { ProblemCode } from '../../graph-seed/problem-codes.ts';
import { readDataSet } from '../../graph-seed/read.ts';
import { SeedError } from '../../graph-seed/seed-error.ts';
import { mistakes } from './mistakes.ts';
import { changed, withDataSet } from './tiny-data-set.ts';

const seedFolder = fileURLToPath(new URL('../../graph-seed', import.meta.url));
const dataSets = readdirSync(seedFolder, { recursive: true, withFileTypes: true })
  .filter(({ name }) => name === 'ontology.yaml')
  .map(({ parentPath }) => parentPath);

/** What a JSON Schema can find, too. */
const ofOneFile = new Set<ProblemCode>([
  'missing-key',
  'unknown-key',
  'wrong-type',
  'no-such-choice',
  'wrong-format',
  'too-much',
  'too-little',
  'wrong-name',
]);

const validators = new Map(
  Object.keys(files).map((file) => {
    const text = readFileSync(join(seedFolder, 'schemas', file.replace('.yaml', '.schema.json')), 'utf8');
    return [file, validator(JSON.parse(text))];
  }),
);

test('the schemas in the project are those of the format; npm run seed:schemas writes them', async () => {
  const names = await readdir(join(seedFolder, 'schemas'));
  const written = await Promise.all(
    names.map(async (name) => [name, await readFile(join(seedFolder, 'schemas', name), 'utf8')] as const),
  );
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(jsonSchemas()));
});

test.each(dataSets)('the files of %s are as their schemas say, which their first lines name', async (folder) => {
  for (const file of namesOfFiles().filter((name) => existsSync(join(folder, name)))) {
    const text = await readFile(join(folder, file), 'utf8');
    const [first = ''] = text.split('\n');
    const [, schema = ''] = /^# yaml-language-server: \$schema=(.*)$/.exec(first) ?? [];
    expect({ file, schema: resolve(folder, schema) }).toEqual({
      file,
      schema: join(seedFolder, 'schemas', file.replace('.yaml', '.schema.json')),
    });
    expect({ file, errors: errorsOf(file, text) }).toEqual({ file, errors: [] });
  }
});

test.each(mistakes)('$name is found by a schema if it is a mistake within one file', async ({ changes, problem }) => {
  const contents = changed(changes);
  const error: unknown = await withDataSet(contents, (folder) => readDataSet(folder)).catch(
    (thrown: unknown) => thrown,
  );
  const codes = error instanceof SeedError ? error.problems.map(({ code }) => code) : [];
  if (codes.some((code) => code.startsWith('yaml-'))) return;
  const isFound = errorsOf(problem.file, contents[problem.file]).length > 0;
  expect(isFound).toBe(codes.some((code) => ofOneFile.has(code)));
});

test('an editor can tell of every key what it is for', () => {
  const silent = [...jsonSchemas()].flatMap(([name, text]) => undescribed(Schema.parse(JSON.parse(text)), name));
  expect(silent).toEqual([]);
});

test('the first line of a file names its schema', () => {
  expect(schemaLine('nodes.yaml', '../schemas')).toBe('# yaml-language-server: $schema=../schemas/nodes.schema.json');
});

function namesOfFiles(): FileName[] {
  return Object.keys(files).filter((name): name is FileName => name in files);
}

function validator(schema: object): ValidateFunction {
  // Examples and formats are for people; the rest is held to the letter.
  return new Ajv({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
    formats: { uri: (text: string) => URL.canParse(text) },
  }).compile(schema);
}

function errorsOf(file: string, text: string): string[] {
  const validate = validators.get(file);
  if (!validate) throw new Error(`${file} has no schema`);
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

/** A JSON Schema, as far as it leads to others. */
interface Schema {
  description?: string | undefined;
  properties: Record<string, Schema>;
  items?: Schema | Schema[] | undefined;
  additionalProperties?: Schema | boolean | undefined;
  anyOf: Schema[];
  oneOf: Schema[];
}

const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    description: z.string().optional(),
    properties: z.record(z.string(), Schema).default({}),
    items: z.union([Schema, z.array(Schema)]).optional(),
    additionalProperties: z.union([Schema, z.boolean()]).optional(),
    anyOf: z.array(Schema).default([]),
    oneOf: z.array(Schema).default([]),
  }),
);

/** Paths of properties that say nothing of themselves. */
function undescribed({ properties, items, additionalProperties, anyOf, oneOf }: Schema, path: string): string[] {
  const inner = [items ?? [], anyOf, oneOf].flat();
  if (typeof additionalProperties === 'object') inner.push(additionalProperties);
  const silent = Object.keys(properties).filter((key) => properties[key]?.description === undefined);
  return [
    ...silent.map((key) => `${path}.${key}`),
    ...Object.entries(properties).flatMap(([key, property]) => undescribed(property, `${path}.${key}`)),
    ...inner.flatMap((schema) => undescribed(schema, `${path}[]`)),
  ];
}
