import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../server/problem-error.ts';
import type { Leave } from '../../server/query-queue.ts';
import { queueLimits, QueryQueue } from '../../server/query-queue.ts';

const limits = { mostRunning: 3, mostRunningOfOne: 2, mostWaiting: 4, mostWaitingOfOne: 2, patienceMs: 60_000 };
const present = new AbortController().signal;

/** The code of the problem with which a turn is refused; the turn's owner where it comes. */
const outcome = (turn: Promise<Leave>, owner: string): Promise<string> =>
  turn.then(
    () => owner,
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

/** Lets everything happen that has become possible. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of typed queries', () => {
  it('lets one caller take no more than its share, however many queries it has', async () => {
    const queue = new QueryQueue(limits);
    const [first] = await Promise.all([queue.enter('a', present), queue.enter('a', present)]);
    void queue.enter('a', present);
    expect(queue.stateFor('a')).toEqual({ running: 2, waiting: 1, mostRunning: 3, mostWaiting: 4, places: [1] });
    await queue.enter('b', present);
    expect(queue.stateFor('b')).toMatchObject({ running: 3, waiting: 1, places: [] });
    first();
    expect(queue.stateFor('a')).toMatchObject({ running: 3, waiting: 0, places: [] });
  });

  it('serves first who has fewer running, and lets callers come in turns', async () => {
    const queue = new QueryQueue({ ...limits, mostWaiting: 9, mostWaitingOfOne: 9 });
    const turns = await Promise.all(['a', 'b', 'b'].map((client) => queue.enter(client, present)));
    const came: string[] = [];
    const take = async (client: string) => {
      turns.push(await queue.enter(client, present));
      came.push(client);
    };
    for (const client of ['b', 'a', 'b', 'c', 'c']) void take(client);
    expect(queue.stateFor('c').places).toEqual([1, 3]);
    expect(queue.stateFor('b').places).toEqual([4, 5]);
    while (came.length < 5) {
      turns.shift()?.();
      await settled();
    }
    expect(came).toEqual(['c', 'a', 'b', 'c', 'b']);
  });

  it('where one runs at a time, puts nobody behind all the queries of another', async () => {
    const queue = new QueryQueue({ ...limits, mostRunning: 1, mostWaiting: 9, mostWaitingOfOne: 9 });
    const leave = await queue.enter('a', present);
    for (let count = 0; count < 5; count += 1) void queue.enter('a', present);
    const other = outcome(queue.enter('b', present), 'b');
    expect(queue.stateFor('b').places).toEqual([1]);
    leave();
    expect(await other).toBe('b');
  });

  it('refuses those for whom there is no room to wait, and says when to come back', async () => {
    const queue = new QueryQueue(limits);
    for (let count = 0; count < 2; count += 1) await queue.enter('a', present);
    for (let count = 0; count < 2; count += 1) void queue.enter('a', present);
    await expect(queue.enter('a', present)).rejects.toMatchObject({
      code: 'too-many-queries',
      values: { waiting: '2' },
      retryAfterSeconds: 5,
    });
    await queue.enter('b', present);
    for (const client of ['b', 'c']) void queue.enter(client, present);
    expect(await outcome(queue.enter('d', present), 'd')).toBe('too-many-queries');
  });

  it('lets nobody wait for ever', async () => {
    const queue = new QueryQueue({ ...limits, patienceMs: 20 });
    for (const client of ['a', 'a', 'b']) await queue.enter(client, present);
    expect(await outcome(queue.enter('c', present), 'c')).toBe('too-many-queries');
    expect(queue.stateFor('c')).toMatchObject({ running: 3, waiting: 0 });
  });

  it('forgets those who go, whether they wait or have been let in that moment', async () => {
    const queue = new QueryQueue({ ...limits, mostRunning: 1 });
    const leave = await queue.enter('a', present);
    const [waits, isLetIn] = [new AbortController(), new AbortController()];
    const turns = [outcome(queue.enter('c', isLetIn.signal), 'c'), outcome(queue.enter('b', waits.signal), 'b')];
    waits.abort();
    leave();
    isLetIn.abort();
    expect(await Promise.all(turns)).toEqual(['cancelled', 'cancelled']);
    expect(queue.stateFor('a')).toMatchObject({ running: 0, waiting: 0 });
    expect(await outcome(queue.enter('a', AbortSignal.abort()), 'a')).toBe('cancelled');
  });

  it('takes a turn back once, however often it is given', async () => {
    const queue = new QueryQueue(limits);
    const [leave] = await Promise.all(['a', 'b'].map((client) => queue.enter(client, present)));
    leave?.();
    leave?.();
    expect(queue.stateFor('a').running).toBe(1);
  });

  it('has a turn for the next beside a caller who takes all it may, where the store runs several at a time', () => {
    expect(queueLimits(4)).toMatchObject({ mostRunning: 4, mostRunningOfOne: 3 });
    expect(queueLimits(1)).toMatchObject({ mostRunning: 1, mostRunningOfOne: 1 });
  });

  it('keeps its limits and leaves no turn unused, whoever comes and goes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const crowd = new Crowd();
        for (const next of steps) {
          await crowd.take(next);
          const { running, waiting } = crowd;
          expect(crowd.queue.stateFor('a')).toMatchObject({ running: running.length, waiting: waiting.length });
          expect(running.length).toBeLessThanOrEqual(limits.mostRunning);
          expect(waiting.length).toBeLessThanOrEqual(limits.mostWaiting);
          for (const client of clients) {
            const [runs, waits] = [countOf(client, running), countOf(client, waiting)];
            expect(runs).toBeLessThanOrEqual(limits.mostRunningOfOne);
            expect(waits).toBeLessThanOrEqual(limits.mostWaitingOfOne);
            expect(crowd.queue.stateFor(client).places).toHaveLength(waits);
            const couldRun = running.length < limits.mostRunning && runs < limits.mostRunningOfOne;
            expect(couldRun && waits > 0).toBe(false);
          }
        }
      }),
    );
  });
});

const clients = ['a', 'b', 'c'];

type Step = { kind: 'enter'; client: string } | { kind: 'leave' | 'abort'; index: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('enter' as const), client: fc.constantFrom(...clients) }),
  fc.record({ kind: fc.constantFrom('leave' as const, 'abort' as const), index: fc.nat(8) }),
);

/** Those who ask for turns: what the queue has told each. */
class Crowd {
  readonly queue = new QueryQueue(limits);
  running: { client: string; leave: Leave }[] = [];
  waiting: { client: string; controller: AbortController }[] = [];

  async take(next: Step): Promise<void> {
    if (next.kind === 'enter') this.#enter(next.client);
    else if (next.kind === 'abort') this.waiting[next.index]?.controller.abort();
    else for (const turn of this.running.splice(next.index, 1)) turn.leave();
    await settled();
  }

  #enter(client: string): void {
    const asks = { client, controller: new AbortController() };
    this.waiting.push(asks);
    void this.queue
      .enter(client, asks.controller.signal)
      .then(
        (leave) => void this.running.push({ client, leave }),
        () => {},
      )
      .finally(() => {
        this.waiting = this.waiting.filter((other) => other !== asks);
      });
  }
}

const countOf = (client: string, turns: { client: string }[]): number =>
  turns.filter((turn) => turn.client === client).length;
