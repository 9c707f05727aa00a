import { describe, expect, it } from 'vitest';
import { handedOver } from '../../server/store/handed-over.ts';

describe('parts that are handed over', () => {
  it('come one at a time: the work goes on when one has been taken', async () => {
    const log: string[] = [];
    const parts = handedOver<number>(async (give) => {
      for (const number of [1, 2, 3]) {
        log.push(`give ${number}`);
        await give(number);
      }
    });
    for await (const number of parts) {
      await Promise.resolve();
      log.push(`take ${number}`);
    }
    expect(log).toEqual(['give 1', 'take 1', 'give 2', 'take 2', 'give 3', 'take 3']);
  });

  it('end with the failure of the work, after all that it gave', async () => {
    const taken: number[] = [];
    const reading = async () => {
      for await (const number of handedOver<number>(async (give) => {
        await give(1);
        throw new Error('no more');
      })) {
        taken.push(number);
      }
    };
    await expect(reading()).rejects.toThrow('no more');
    expect(taken).toEqual([1]);
  });

  it('are not worked on when nobody reads them any more, or the caller has gone', async () => {
    const signals: AbortSignal[] = [];
    const work = async (give: (part: number) => Promise<void>, signal: AbortSignal) => {
      signals.push(signal);
      await give(1);
      await give(2);
    };
    for await (const _ of handedOver(work)) break;
    const controller = new AbortController();
    const parts = handedOver(work, controller.signal);
    await parts.next();
    controller.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});
