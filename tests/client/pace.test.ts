import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { most, paced, span } from '../../client/pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('does at once what is asked for soon, once for all that happens together', async () => {
  const work = vi.fn<() => void>();
  const { soon } = paced(work);
  soon();
  soon();
  expect(work).not.toHaveBeenCalled();
  await Promise.resolve();
  expect(work).toHaveBeenCalledTimes(1);
});

it('waits until nothing more is asked for, but not for ever', async () => {
  const work = vi.fn<() => void>();
  const { later } = paced(work);
  later();
  await vi.advanceTimersByTimeAsync(100);
  later();
  await vi.advanceTimersByTimeAsync(100);
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(work).toHaveBeenCalledTimes(1);
  for (let frame = 0; frame < 100; frame += 1) {
    later();
    await vi.advanceTimersByTimeAsync(16);
  }
  expect(work.mock.calls.length).toBeGreaterThan(2);
});

it('is never done more often than a browser allows, and always after it was last asked for', async () => {
  const asks = fc.array(fc.record({ isSoon: fc.boolean(), pause: fc.integer({ min: 0, max: 400 }) }), {
    minLength: 100,
    maxLength: 400,
  });
  await fc.assert(
    fc.asyncProperty(asks, async (list) => {
      let asked = 0;
      let done = -1;
      const times: number[] = [];
      const { soon, later } = paced(() => {
        done = asked;
        times.push(performance.now());
      });
      for (const { isSoon, pause } of list) {
        asked += 1;
        if (isSoon) soon();
        else later();
        await vi.advanceTimersByTimeAsync(pause);
      }
      await vi.advanceTimersByTimeAsync(span + 1_000);
      expect(done).toBe(asked);
      for (const time of times) {
        const within = times.filter((other) => other >= time && other < time + span);
        expect(within.length).toBeLessThanOrEqual(most);
      }
    }),
    { numRuns: 30 },
  );
});
