import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemKinds } from '../../server/problem-error.ts';
import { queriesFor } from '../../server/queries/catalogue.ts';
import { Description } from '../openapi/description.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

let app: RunningApp;
let text: string;
let description: Description;
beforeAll(async () => {
  app = await startApp();
  text = await (await app.get('/api/openapi.json')).text();
  description = Description.parse(JSON.parse(text));
});
afterAll(async () => {
  await app.stop();
});

describe('the OpenAPI document', () => {
  it('describes every route', () => {
    const about = ['health', 'ontology', 'scenes', 'document-text', 'data-sets', 'data-sets/{dataSet}/openapi.json'];
    const others = [...about, 'graph', 'queries', 'openapi.json'].map((name) => `/api/${name}`);
    const cypher = ['', '/plan', '/export', '/vocabulary', '/queue'].map((name) => `/api/cypher${name}`);
    const queries = ['{name}/statement', ...queriesFor(app.loaded.ontology).map(({ name }) => name)].map(
      (name) => `/api/queries/${name}`,
    );
    expect(Object.keys(description.paths).toSorted()).toEqual([...others, ...cypher, ...queries].toSorted());
  });

  it('describes every parameter of every query as its schema does', () => {
    for (const { name, parameters } of queriesFor(app.loaded.ontology)) {
      const described = description.paths[`/api/queries/${name}`]?.get?.parameters ?? [];
      expect(described.map((parameter) => parameter.name)).toEqual(Object.keys(parameters.shape));
      const needed = Object.entries(parameters.shape).flatMap(([key, schema]) =>
        schema.safeParse(undefined).success ? [] : [key],
      );
      expect(described.flatMap((parameter) => (parameter.required ? [parameter.name] : []))).toEqual(needed);
    }
  });

  it('says of every problem where it can come', () => {
    // Nothing is at an address that is not described, and who has gone hears of nothing.
    const anywhereElse = ['not-found', 'cancelled'];
    const described = new Set([...text.matchAll(/`([a-z-]+)`: /g)].map(([, code]) => code));
    const missing = Object.keys(problemKinds).filter((code) => !described.has(code));
    expect(anywhereElse).toEqual(expect.arrayContaining(missing));
  });

  it('refers only to what it has, and names operations once', () => {
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((name) => !(name in description.components.schemas))).toEqual([]);
    expect(text).not.toContain('"$id"');
    const ids = Object.values(description.paths).flatMap((path) => Object.values(path).map((item) => item.operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every schema of the contract under its own name, but that of dates, which are told where they stand', async () => {
    const folder = new URL('../../server/contract/', import.meta.url);
    const files = (await readdir(fileURLToPath(folder), { recursive: true })).filter((name) => name.endsWith('.ts'));
    const parts = await Promise.all(files.map((file): Promise<object> => import(fileURLToPath(new URL(file, folder)))));
    const names = parts.flatMap((part) => Object.keys(part)).filter((name) => name !== 'IsoDate');
    expect(Object.keys(description.components.schemas)).toEqual(names.toSorted());
  });

  it('says of every schema in it nothing that JSON Schema does not know', () => {
    for (const schema of Object.values(description.components.schemas)) {
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
