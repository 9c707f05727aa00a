import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../server/contract.ts';
import { jsonDepth } from '../../server/json-depth.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('the depth of a JSON text', () => {
  it('is that of the value, whatever its texts have in them', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '\\', '[', '{', ']', '}', 'a', '律', '\n') });
    const value = fc.oneof(fc.jsonValue({ maxDepth: 8 }), fc.dictionary(text, fc.array(text)));
    fc.assert(
      fc.property(value, (any) => {
        expect(jsonDepth(Buffer.from(JSON.stringify(any)))).toBe(depthOf(any));
      }),
    );
  });

  it('is told of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(jsonDepth(bytes)).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

describe('a body that nests deeply', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(async () => {
    await app.stop();
  });

  it.each([
    ['lists', '[', ']', 20_000],
    ['maps', '{"a":[', ']}', 5_000],
    ['what is never closed', '[', '', 30_000],
  ])('is refused as the caller’s mistake: %s', async (_, open, close, times) => {
    const params = `{"a":${open.repeat(times)}${close.repeat(times)}}`;
    const response = await app.post('/api/cypher', `{"query": "RETURN 1 AS one", "params": ${params}}`);
    expect(Problem.parse(await response.json())).toMatchObject({ status: 400, code: 'invalid-body' });
  });

  it('is taken up to the depth that a person needs', async () => {
    const list = '['.repeat(98) + ']'.repeat(98);
    const response = await app.post('/api/cypher', `{"query": "RETURN 1 AS one", "params": {"a": ${list}}}`);
    expect(response.status).toBe(200);
  });
});
