import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../server/contract/problem.ts';
import { jsonDepth } from '../../server/json-depth.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/** The same by leaving all strings out first, be they closed or not. */
function depthOfBrackets(bytes: number[]): number {
  const outside = Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/"(?:\\.|[^"\\])*(?:"|\\?$)/gs, '');
  const brackets = outside.match(/[[{\]}]/g) ?? [];
  const depths = brackets.map((_, index) =>
    brackets.slice(0, index + 1).reduce((depth, sign) => depth + ('[{'.includes(sign) ? 1 : -1), 0),
  );
  return Math.max(0, ...depths);
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

  it('is told of any bytes, by their brackets outside strings', () => {
    const signs = fc.constantFrom(...Buffer.from('"\\[{]}a'));
    const bytes = fc.array(fc.oneof({ weight: 5, arbitrary: signs }, fc.nat({ max: 255 })), { maxLength: 60 });
    fc.assert(
      fc.property(bytes, (given) => {
        expect(jsonDepth(Uint8Array.from(given))).toBe(depthOfBrackets(given));
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

  it.each([
    ['utf-7', Buffer.from('{"query": "RETURN 1 AS one", "params": {"a": +AFsAWwBbAF0AXQBd-}}')],
    ['utf-16', Buffer.from('\uFEFF{"query": "RETURN 1 AS one"}', 'utf16le')],
    ['utf-16le', Buffer.from('{"query": "RETURN 1 AS one"}', 'utf16le')],
  ])('is not hidden by an encoding in which it cannot be told: %s', async (charset, body) => {
    const headers = { 'content-type': `application/json; charset=${charset}` };
    const response = await fetch(`${app.url}/api/cypher`, { method: 'POST', headers, body });
    expect(Problem.parse(await response.json())).toMatchObject({
      code: 'invalid-body',
      values: { reason: `it is in ${charset}; only utf-8 is read` },
    });
  });

  it('is taken up to the depth that a person needs', async () => {
    const list = '['.repeat(98) + ']'.repeat(98);
    const response = await app.post('/api/cypher', `{"query": "RETURN 1 AS one", "params": {"a": ${list}}}`);
    expect(response.status).toBe(200);
  });
});
