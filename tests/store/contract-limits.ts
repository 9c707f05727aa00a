import { describe, expect } from 'vitest';
import type { Answer } from '../../server/contract/answer.ts';
import type { ReadOptions, Store } from '../../server/store/store.ts';
import { limits, problemCode, rows, runaway, type Suite } from './contract-suite.ts';

type Read = (cypher: string, options: ReadOptions) => Promise<Answer>;

/** Where a read stops: rows, bytes, time, and the caller's own change of mind. */
export function describeLimits({ store, test }: Suite): void {
  const ways: [string, (of: Store) => Read][] = [
    ['a read of the catalogue', (of) => (cypher, options) => of.read(cypher, {}, options)],
    ['a typed read', (of) => (cypher, options) => of.readUntrusted(cypher, {}, options)],
  ];
  for (const [way, of] of ways) {
    describe(`limits of ${way}`, () => {
      describeCuts(way, () => of(store()), test);
      describeStops(way, () => of(store()), { store, test });
    });
  }

  describe('a runaway query that somebody typed', () => {
    test('does not keep the catalogue from answering', async () => {
      const controller = new AbortController();
      let hasEnded = false;
      const options = { ...limits, signal: controller.signal };
      const stopped = problemCode(store().readUntrusted(runaway, {}, options)).finally(() => {
        hasEnded = true;
      });
      await pause(300);
      expect(await rows(store(), "MATCH (n:Entity {id: 'city'}) RETURN n.name AS name")).toEqual([['金华市']]);
      // The answer has not waited for its end, not even at its time limit.
      expect(hasEnded).toBe(false);
      controller.abort();
      expect(await stopped).toBe('cancelled');
    });
  });
}

function describeCuts(way: string, read: () => Read, test: Suite['test']): void {
  test(`${way} is cut at its rows and says so`, async () => {
    const cypher = 'UNWIND range(1, 1000) AS x RETURN x';
    const cut = await read()(cypher, { ...limits, maxRows: 10 });
    expect(cut.table.rows).toEqual(Array.from({ length: 10 }, (_, index) => [index + 1]));
    expect(cut.truncated).toBe(true);
    const whole = await read()(cypher, { ...limits, maxRows: 1_000 });
    expect(whole.table.rows).toHaveLength(1_000);
    expect(whole.truncated).toBe(false);
  });

  test(`${way} of a million rows is cut and does not hurt`, async () => {
    const answer = await read()('UNWIND range(1, 1000000) AS x RETURN x', { ...limits, maxRows: 100 });
    expect(answer.table.rows).toHaveLength(100);
    expect(answer.truncated).toBe(true);
  });

  test(`${way} is cut at its bytes and says so`, async () => {
    const cypher = `UNWIND range(1, 1000) AS x RETURN x, '${'律师'.repeat(100)}' AS text`;
    const answer = await read()(cypher, { ...limits, maxBytes: 10_000 });
    expect(answer.truncated).toBe(true);
    expect(answer.table.rows.length).toBeGreaterThan(1);
    expect(Buffer.byteLength(JSON.stringify(answer.table.rows))).toBeLessThan(10_500);
  });

  test(`${way} leaves a first row out that is larger than all it may give, and says so`, async () => {
    const cypher = 'RETURN [x IN range(1, 20000) | x] AS list';
    const answer = await read()(cypher, { ...limits, maxBytes: 10_000 });
    expect(answer.table.rows).toEqual([]);
    expect(answer.truncated).toBe(true);
    expect(answer.notices.map(({ code }) => code)).toEqual(['row-too-large']);
  });
}

function describeStops(way: string, read: () => Read, { store, test }: Pick<Suite, 'store' | 'test'>): void {
  const stillAnswers = async () => {
    expect(await rows(store(), 'RETURN 1 AS one')).toEqual([[1]]);
    expect((await read()('RETURN 2 AS two', limits)).table.rows).toEqual([[2]]);
  };

  test(`${way} is stopped at its time, and the store still answers`, async () => {
    expect(await problemCode(read()(runaway, { ...limits, timeoutMs: 500 }))).toBe('time-limit');
    await stillAnswers();
  });

  test(`${way} is stopped when its caller no longer wants it`, async () => {
    const controller = new AbortController();
    const stopped = problemCode(read()(runaway, { ...limits, signal: controller.signal }));
    await pause(200);
    controller.abort();
    // Had it run on to its time limit, it would say so.
    expect(await stopped).toBe('cancelled');
    await stillAnswers();
  });

  test(`${way} does not begin when its caller has already gone`, async () => {
    expect(await problemCode(read()('RETURN 1 AS one', { ...limits, signal: AbortSignal.abort() }))).toBe('cancelled');
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
