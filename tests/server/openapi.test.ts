import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemKinds } from '../../server/problem-error.ts';
import { catalogue } from '../../server/queries/catalogue.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

const Parameter = z.object({
  name: z.string(),
  in: z.literal('query'),
  required: z.boolean(),
  schema: z.record(z.string(), z.json()),
});
const Operation = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  tags: z.array(z.string()).length(1),
  parameters: z.array(Parameter).default([]),
  responses: z.record(z.string().regex(/^(\d{3}|default)$/), z.object({ description: z.string().min(1) })),
});
const Document = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  tags: z.array(z.object({ name: z.string() })),
  paths: z
    .record(z.string().startsWith('/api/'), z.record(z.enum(['get', 'post']), Operation).and(z.object({})))
    .or(z.record(z.string(), z.partialRecord(z.enum(['get', 'post']), Operation))),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.json())) }),
});

let app: RunningApp;
let text: string;
let document: z.infer<typeof Document>;
beforeAll(async () => {
  app = await startApp();
  text = await (await app.get('/api/openapi.json')).text();
  document = Document.parse(JSON.parse(text));
});
afterAll(async () => {
  await app.stop();
});

describe('the OpenAPI document', () => {
  it('describes every route', () => {
    const others = ['/api/health', '/api/ontology', '/api/queries', '/api/cypher', '/api/openapi.json'];
    const queries = catalogue.map(({ name }) => `/api/queries/${name}`);
    expect(Object.keys(document.paths).toSorted()).toEqual([...others, ...queries].toSorted());
  });

  it('describes every parameter of every query as its schema does', () => {
    for (const { name, parameters } of catalogue) {
      const described = document.paths[`/api/queries/${name}`]?.get?.parameters ?? [];
      expect(described.map((parameter) => parameter.name)).toEqual(Object.keys(parameters.shape));
      const needed = Object.entries(parameters.shape).flatMap(([key, schema]) =>
        schema.safeParse(undefined).success ? [] : [key],
      );
      expect(described.flatMap((parameter) => (parameter.required ? [parameter.name] : []))).toEqual(needed);
    }
  });

  it('refers only to what it has, and names operations once', () => {
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(text).not.toContain('"$id"');
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((item) => item.operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of every schema in it nothing that JSON Schema does not know', () => {
    for (const schema of Object.values(document.components.schemas)) {
      expect(() => z.fromJSONSchema({ ...schema, $defs: {} })).not.toThrow(/unsupported/i);
    }
  });
});

describe('/api/docs', () => {
  it('needs no other host and no inline script', async () => {
    const redirect = await app.get('/api/docs');
    expect([redirect.status, redirect.headers.get('location')]).toEqual([301, 'docs/']);
    const page = await app.get('/api/docs/');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    expect(
      [...html.matchAll(/<script([^>]*)>([^<]*)/g)].every(
        ([, attributes, code]) => /src=/.test(attributes ?? '') && code === '',
      ),
    ).toBe(true);
    const files = [...html.matchAll(/(?:src|href)="([\w.-]+\.(?:js|css))"/g)].map(([, file = '']) => file);
    expect(files).toHaveLength(3);
    for (const file of files) {
      const response = await app.get(`/api/docs/${file}`);
      expect([file, response.status]).toEqual([file, 200]);
      expect(response.headers.get('content-type')).toMatch(file.endsWith('.css') ? /css/ : /javascript/);
    }
  });

  it('explains every problem, at the address that a problem has as its type', async () => {
    const html = await (await app.get('/api/docs/')).text();
    expect(Object.keys(problemKinds).filter((code) => !html.includes(`id="${code}"`))).toEqual([]);
  });

  it('sends no other file of the package', async () => {
    expect((await app.get('/api/docs/index.html')).status).toBe(404);
    expect((await app.get('/api/docs/package.json')).status).toBe(404);
  });
});
