import { beforeAll, describe, expect, it } from 'vitest';
import { ApiError, get, queryAddress } from '../../client/api/api.ts';
import type { QueryParameters } from '../../client/api/api.ts';
import type { FileContent } from '../../client/offline/file-content.ts';
import { offlineTransport } from '../../client/offline/offline-transport.ts';
import { collectContent } from '../../client/state/exporting/collect-content.ts';
import type { Answer, Json } from '../../server/contract.ts';
import { cases } from '../queries/cases.ts';
import { againstApp } from './against-app.ts';

againstApp();
const unstopped = new AbortController().signal;
let content: FileContent;
beforeAll(async () => {
  content = await collectContent('', unstopped);
});

/** What a file has at an address, as the page would get it. */
async function inFile(address: string): Promise<unknown> {
  const response = await offlineTransport(content)(address, {});
  return response.json();
}

/** An answer, or a problem, without what differs from one time to the next. */
function lasting(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('table' in body)) return body;
  return { ...body, ms: 0 };
}

describe('a file answers as the server does', () => {
  // What a file is made of is not asked of it.
  const asked = cases.filter(([name]) => name !== 'search-index');

  it.each(asked)('%s %j', async (name, input) => {
    const address = queryAddress(name, asParameters(input));
    const ofServer = await get<Answer>(address).catch((error: unknown) => problemIn(error));
    expect(lasting(await inFile(address))).toEqual(lasting(ofServer));
  });
});

/** JSON as the page puts it into an address. */
function asParameters(input: Record<string, Json>): QueryParameters {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      typeof value === 'number' || typeof value === 'string' ? value : Array.isArray(value) ? value.map(String) : '',
    ]),
  );
}

function problemIn(error: unknown): unknown {
  if (error instanceof ApiError) return error.problem;
  throw error;
}
