import { beforeAll, describe, expect, it } from 'vitest';
import { ApiError, get, queryAddress } from '../../client/api/api.ts';
import type { QueryParameters } from '../../client/api/api.ts';
import type { FileContent } from '../../client/offline/file-content.ts';
import { offlineTransport } from '../../client/offline/offline-transport.ts';
import { collectContent } from '../../client/state/exporting/collect-content.ts';
import { baseOfQuestion } from '../../client/state/questions.ts';
import type { Answer } from '../../server/contract/answer.ts';
import type { Json } from '../../server/contract/json.ts';
import type { Problem } from '../../server/contract/problem.ts';
import type { BuiltInDataSet } from '../built-in-data-sets.ts';
import { builtInDataSets, firstDataSet } from '../built-in-data-sets.ts';
import { casesOf } from '../queries/cases.ts';
import { againstApp } from './against-app.ts';

const unstopped = new AbortController().signal;
let content: FileContent;

/** Has the tests of a group ask a file of a data set, and the server that it was made by. */
function withFileOf(dataSet: BuiltInDataSet): void {
  againstApp(dataSet);
  beforeAll(async () => {
    content = await collectContent('', unstopped);
  });
}

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

describe.each(builtInDataSets)('a file of $name answers as the server does', (dataSet) => {
  withFileOf(dataSet);
  // What a file is made of is not asked of it.
  const asked = casesOf[dataSet.name].filter(([name]) => name !== 'search-index');

  it.each(asked)('%s %j', async (name, input) => {
    const address = queryAddress(name, asParameters(input));
    const ofServer = await get<Answer>(address).catch((error: unknown) => problemIn(error));
    expect(lasting(await inFile(address))).toEqual(lasting(ofServer));
  });

  it('but that it has no text of the document, which stays with a server that has it', () => {
    expect(content.ontology.document?.hasText).toBe(false);
  });
});

describe.each(builtInDataSets)('the questions of $name', (dataSet) => {
  withFileOf(dataSet);

  it('have the same answers in a file as on the server while nothing else is put into their blanks', async () => {
    for (const question of content.ontology.questions) {
      const { query, parameters } = baseOfQuestion(question);
      const address = queryAddress(query, parameters);
      expect(lasting(await inFile(address))).toEqual(lasting(await get<Answer>(address)));
    }
    // Those that the catalogue answers are worked out from the graph.
    const own = content.ontology.questions.filter(({ cypher }) => cypher !== undefined);
    expect(Object.keys(content.answers)).toHaveLength(own.length);
  });

  it('take a server for anything else in their blanks', async () => {
    const question = content.ontology.questions.find(({ cypher, blanks }) => cypher && Object.keys(blanks).length > 0);
    const { query, parameters } = baseOfQuestion(question ?? missing('a question with blanks'));
    const [blank = ''] = Object.keys(parameters);
    expect(await inFile(queryAddress(query, { ...parameters, [blank]: 'something else' }))).toMatchObject({
      code: 'needs-server',
    });
  });
});

describe('what a file has no answer to', () => {
  withFileOf(firstDataSet);

  it.each(['/api/cypher/vocabulary', '/api/queries/no-such-query', '/api/queries/__proto__', '/elsewhere'])(
    '%s takes a server',
    async (address) => {
      expect(await inFile(address)).toMatchObject({ status: 501, code: 'needs-server' });
    },
  );

  it('is a query of the reader’s own', async () => {
    const response = await offlineTransport(content)('/api/cypher', { method: 'POST', body: '{}' });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'needs-server' });
  });

  it('is told as the server tells it: an id that is not there, a parameter that is wrong or unknown', async () => {
    const addresses = [
      '/api/queries/node?id=nobody',
      '/api/queries/neighbours?ids=lawyers,nobody',
      '/api/queries/evidence?id=nobody',
      '/api/queries/evidence?id=nobody.LEADS.lawyers',
      '/api/queries/common-neighbours?ids=lawyers,lawyers',
      '/api/queries/paths?from=lawyers&to=lawyers',
      '/api/queries/paths?from=lawyers&to=nobody',
      '/api/queries/paths?from=lawyers&to=party-branches&kind=all&maxHops=5',
      '/api/queries/paths?from=lawyers&to=party-branches&kind=longest',
      '/api/queries/overview?depth=10',
      '/api/queries/overview?depth=one',
      '/api/queries/overview?deep=1',
      '/api/queries/neighbours',
      '/api/queries/neighbours?ids=lawyers&limit=0',
      '/api/queries/org-structure?types=NO_SUCH_TYPE',
      '/api/queries/figures?node=nobody',
      '/api/queries/passages?section=nobody',
      '/api/queries/search?text=',
      '/api/queries/search?text=%20',
      '/api/queries/search?text=+%09%E3%80%80',
    ];
    for (const address of addresses) {
      const { code, status, values } = problemIn(await get(address).catch((error: unknown) => error));
      const { id, parameter } = values ?? {};
      const named = { ...(id !== undefined && { id }), ...(parameter !== undefined && { parameter }) };
      expect([address, await inFile(address)]).toMatchObject([address, { code, status, values: named }]);
    }
  });

  it('stops with its signal', async () => {
    const stopped = AbortSignal.abort();
    await expect(offlineTransport(content)('/api/health', { signal: stopped })).rejects.toThrow('abort');
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

function missing(what: string): never {
  throw new Error(`there is no ${what}`);
}

function problemIn(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  throw error;
}
