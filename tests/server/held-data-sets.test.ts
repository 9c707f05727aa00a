import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { HeldDataSets } from '../../server/held-data-sets.ts';
import { ProblemError } from '../../server/problem-error.ts';
import { readSettings } from '../../server/settings.ts';
import type { Store } from '../../server/store/store.ts';
import { problemCode } from '../store/contract-suite.ts';
import { loadDataSets, type SeveralDataSets } from './several-data-sets.ts';

let several: SeveralDataSets;
beforeAll(async () => {
  several = await loadDataSets('alpha', []);
});
afterAll(async () => {
  await several.first.store.close();
  await several.remove();
});

/** What comes before each query of the database, and how many there were. */
let before: (signal: AbortSignal | undefined) => Promise<void>;
let queries: number;
let held: HeldDataSets;
beforeEach(() => {
  before = () => Promise.resolve();
  queries = 0;
  const { store } = several.first;
  const watched: Pick<Store, 'read' | 'count'> = {
    count: (options) => store.count(options),
    async read(text, parameters, options) {
      queries += 1;
      await before(options.signal);
      return store.read(text, parameters, options);
    },
  };
  held = new HeldDataSets(watched, ['alpha', 'beta'], readSettings({}).queryLimits);
});

/** Nodes, relationships, and what a load has not finished. */
const queriesOfACount = 3;

const refused = (code: ProblemError['code']) => () => Promise.reject(new ProblemError(code, 'not now'));
const whole = { nodes: 14, relationships: 24 };

it('are counted once for all who ask, and not again while the database is as it was', async () => {
  const all = await Promise.all([held.get(), held.get(), held.get()]);
  const counts = new Map([['alpha', whole]]);
  expect(all).toEqual([counts, counts, counts]);
  expect(await held.countOf('alpha')({})).toEqual(whole);
  expect(await held.countOf('beta')({})).toEqual({ nodes: 0, relationships: 0 });
  expect(queries).toBe(queriesOfACount);
});

it.each(['database-unavailable', 'cancelled', 'internal'] as const)('are counted anew after %s', async (code) => {
  before = refused(code);
  expect(await problemCode(held.get())).toBe(code);
  expect(await problemCode(held.countOf('alpha')({}))).toBe(code);
  before = () => Promise.resolve();
  expect(await held.countOf('alpha')({})).toEqual(whole);
});

it('have no numbers, rather than those of the whole database, where there is too much to be counted', async () => {
  before = refused('time-limit');
  expect(await held.countOf('alpha')({})).toBeUndefined();
  expect(await held.get()).toBeUndefined();
  // What took too long is not begun again for each who asks.
  expect(queries).toBe(queriesOfACount);
});

it('are counted on for who stays, and no longer when all have gone', async () => {
  const begun: AbortSignal[] = [];
  const going = new AbortController();
  before = async (signal) => {
    if (signal) begun.push(signal);
    await once(going.signal, 'abort');
  };
  const [one, other] = [new AbortController(), new AbortController()];
  const asked = [one, other].map(({ signal }) => held.get(signal).catch((error: ProblemError) => error.code));
  await expect.poll(() => begun.length).toBe(queriesOfACount);
  one.abort();
  expect(begun.map(({ aborted }) => aborted)).toEqual(begun.map(() => false));
  other.abort();
  expect(begun.map(({ aborted }) => aborted)).toEqual(begun.map(() => true));
  going.abort();
  expect(await Promise.all(asked)).toEqual(['cancelled', 'cancelled']);
  before = () => Promise.resolve();
  expect(await held.countOf('alpha')({})).toEqual(whole);
});
