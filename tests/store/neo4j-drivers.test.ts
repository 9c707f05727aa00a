import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Neo4jDrivers } from '../../server/store/neo4j-drivers.ts';

/** Nobody is there, and nobody is called: a driver connects when it is first used. */
const login = { uri: 'bolt://127.0.0.1:9', username: 'neo4j', password: 'of-nobody' };

describe('the driver for typed queries', () => {
  let drivers: Neo4jDrivers;
  beforeEach(() => {
    vi.useFakeTimers();
    drivers = new Neo4jDrivers(login);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await drivers.close();
  });

  /** Says that the present driver hangs; whether there is another one then. */
  const isReplaced = () => {
    const { adHoc } = drivers;
    drivers.replaceAdHoc(adHoc);
    return drivers.adHoc !== adHoc;
  };

  it('is replaced when it hangs, once', () => {
    const { adHoc, catalogue } = drivers;
    expect(isReplaced()).toBe(true);
    const { adHoc: next } = drivers;
    drivers.replaceAdHoc(adHoc);
    expect(drivers.adHoc).toBe(next);
    expect(drivers.catalogue).toBe(catalogue);
  });

  it('is not replaced on and on: what hangs would pile up in the database', () => {
    expect([isReplaced(), isReplaced(), isReplaced(), isReplaced()]).toEqual([true, true, false, false]);
  });

  it('may fail to close when it is given up, and nobody has to handle that', async () => {
    const unhandled: unknown[] = [];
    const onUnhandled = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', onUnhandled);
    const { adHoc } = drivers;
    adHoc.close = () => Promise.reject(new Error('it does not say goodbye'));
    expect(isReplaced()).toBe(true);
    vi.advanceTimersByTime(61_000);
    vi.useRealTimers();
    await new Promise((resolve) => void setImmediate(resolve));
    expect(unhandled).toEqual([]);
    process.off('unhandledRejection', onUnhandled);
  });

  it('is replaced as soon as there is room again', () => {
    while (isReplaced());
    const { adHoc } = drivers;
    vi.advanceTimersByTime(59_000);
    expect(drivers.adHoc).toBe(adHoc);
    vi.advanceTimersByTime(2_000);
    expect(drivers.adHoc).not.toBe(adHoc);
  });
});
