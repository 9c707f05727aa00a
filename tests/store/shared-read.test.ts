import { describe, expect, it } from 'vitest';
import { SharedRead } from '../../server/store/shared-read.ts';
import { problemCode } from './contract-suite.ts';

/** A read whose outcome each test decides, and how often it was begun. */
function reading(keptMs = Infinity) {
  const begun: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  const shared = new SharedRead(
    () => new Promise<number>((resolve, reject) => void begun.push({ resolve, reject })),
    keptMs,
  );
  return { shared, begun };
}

describe('what is read for all who ask', () => {
  it('is read once for those who ask at once, and for those who come later', async () => {
    const { shared, begun } = reading();
    const both = [shared.get(), shared.get(new AbortController().signal)];
    begun[0]?.resolve(1);
    expect(await Promise.all(both)).toEqual([1, 1]);
    expect(await shared.get()).toBe(1);
    expect(begun).toHaveLength(1);
  });

  it('is read anew when its time is over, when it is forgotten and when it has failed', async () => {
    const old = reading(0);
    void old.shared.get();
    void old.shared.get();
    expect(old.begun).toHaveLength(2);

    const { shared, begun } = reading();
    const failing = shared.get();
    begun[0]?.reject(new Error('away'));
    await expect(failing).rejects.toThrow('away');
    void shared.get();
    expect(begun).toHaveLength(2);
    shared.forget();
    void shared.get();
    expect(begun).toHaveLength(3);
  });

  it('goes on for the others when one of them goes', async () => {
    const { shared, begun } = reading();
    const leaving = new AbortController();
    const left = problemCode(shared.get(leaving.signal));
    const staying = shared.get(new AbortController().signal);
    leaving.abort();
    expect(await left).toBe('cancelled');
    begun[0]?.resolve(1);
    expect(await staying).toBe(1);
  });

  it('is not begun for who has gone already', async () => {
    const { shared, begun } = reading();
    expect(await problemCode(shared.get(AbortSignal.abort()))).toBe('cancelled');
    expect(begun).toHaveLength(0);
  });
});
