import { afterEach, expect, it } from 'vitest';
import { ApiError, getOntology, request } from '../../client/api/api.ts';
import { isBeingOpened } from '../../client/api/opening.ts';
import { overHttp, sendBy } from '../../client/api/transport.ts';

afterEach(() => sendBy(overHttp));

const loading = (seconds = '0.01') =>
  new Response(JSON.stringify({ code: 'data-set-loading', status: 503, detail: 'it is being opened' }), {
    status: 503,
    headers: { 'content-type': 'application/problem+json', 'retry-after': seconds },
  });

it('a request waits while the server opens the data set, and the page knows that it does', async () => {
  const known: boolean[] = [];
  sendBy(() => {
    known.push(isBeingOpened.value);
    return Promise.resolve(known.length < 3 ? loading() : new Response('{"dataSet":"a"}'));
  });
  expect(await getOntology()).toEqual({ dataSet: 'a' });
  expect([known, isBeingOpened.value]).toEqual([[false, true, true], false]);
});

it('a request that is no longer wanted waits no longer', async () => {
  let asked = 0;
  sendBy(() => {
    asked += 1;
    return Promise.resolve(loading('60'));
  });
  const leaving = new AbortController();
  const asking = request('/api/ontology', leaving.signal);
  await expect.poll(() => isBeingOpened.value).toBe(true);
  leaving.abort();
  await expect(asking).rejects.toThrow('aborted');
  expect(asked).toBe(1);
});

it('a request that does not wait says nothing of those that do', async () => {
  sendBy((address) => Promise.resolve(address === '/waits' ? loading('60') : new Response('{}')));
  const leaving = new AbortController();
  const asking = request('/waits', leaving.signal);
  await expect.poll(() => isBeingOpened.value).toBe(true);
  await request('/does-not');
  expect(isBeingOpened.value).toBe(true);
  leaving.abort();
  await expect(asking).rejects.toThrow('aborted');
  expect(isBeingOpened.value).toBe(false);
});

it('another problem of a data set is told at once', async () => {
  const problem = { code: 'data-set-unusable', status: 503, detail: 'no' };
  const headers = { 'content-type': 'application/problem+json' };
  sendBy(() => Promise.resolve(new Response(JSON.stringify(problem), { status: 503, headers })));
  await expect(getOntology()).rejects.toThrow(ApiError);
  expect(isBeingOpened.value).toBe(false);
});
