import type { QueryQueueState } from './contract.ts';
import { ProblemError } from './problem-error.ts';

/** How many typed queries may run and wait, of all callers together and of each. */
export interface QueueLimits {
  mostRunning: number;
  mostRunningOfOne: number;
  mostWaiting: number;
  mostWaitingOfOne: number;
  /** Milliseconds that a query waits for its turn, at most. */
  patienceMs: number;
}

/**
 * The limits over a store that runs so many typed queries at a time. Nobody gets the last turn beside his others, so that
 * the queries of one, however long, leave room for the next; alone with a store that runs one at a time, they take turns.
 */
export function queueLimits(mostRunning: number): QueueLimits {
  return {
    mostRunning,
    mostRunningOfOne: Math.max(1, mostRunning - 1),
    mostWaiting: 64,
    mostWaitingOfOne: 24,
    patienceMs: 30_000,
  };
}

/** Ends a turn; calling it again does nothing. */
export type Leave = () => void;

interface Ticket {
  client: string;
  admit: () => void;
}

/**
 * Where typed queries wait for their turn. A caller whose queries run on and on takes its own share of the turns and no
 * more, and of those who wait the one goes first that has the fewest running.
 */
export class QueryQueue {
  readonly #limits: QueueLimits;
  readonly #running = new Map<string, number>();
  #waiting: Ticket[] = [];

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /**
   * Waits for a turn of this client, which lasts until `Leave` is called. Rejects with a ProblemError: `too-many-queries`
   * where too many wait already or the wait is too long, `cancelled` when the signal is aborted.
   */
  async enter(client: string, signal: AbortSignal): Promise<Leave> {
    if (signal.aborted) throw cancelled();
    if (this.#hasTurnFor(client)) this.#begin(client);
    else await this.#wait(client, signal);
    let hasLeft = false;
    const leave = () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#end(client);
    };
    // The turn may have come in the same moment in which the caller went.
    if (signal.aborted) {
      leave();
      throw cancelled();
    }
    return leave;
  }

  /** How busy the queue is, and where in it this client's queries stand. */
  stateFor(client: string): QueryQueueState {
    const { mostRunning, mostWaiting } = this.#limits;
    const places = this.#waiting.flatMap((ticket, index) => (ticket.client === client ? [index + 1] : []));
    return { running: this.#runningAll(), waiting: this.#waiting.length, mostRunning, mostWaiting, places };
  }

  async #wait(client: string, signal: AbortSignal): Promise<void> {
    const { mostWaiting, mostWaitingOfOne, patienceMs } = this.#limits;
    const own = this.#waiting.filter((ticket) => ticket.client === client).length;
    if (own >= mostWaitingOfOne) throw tooMany(`${own} of your queries wait already`, own);
    if (this.#waiting.length >= mostWaiting) throw tooMany(`${mostWaiting} queries wait already`, mostWaiting);
    const ended = new AbortController();
    try {
      await new Promise<void>((resolve, reject) => {
        const ticket: Ticket = { client, admit: resolve };
        const giveUp = (reason: ProblemError) => {
          this.#waiting = this.#waiting.filter((other) => other !== ticket);
          reject(reason);
        };
        const patience = setTimeout(() => {
          giveUp(tooMany(`the query waited ${patienceMs} ms for its turn`, this.#waiting.length));
        }, patienceMs);
        ended.signal.addEventListener('abort', () => clearTimeout(patience));
        signal.addEventListener('abort', () => giveUp(cancelled()), { signal: ended.signal });
        this.#waiting.push(ticket);
      });
    } finally {
      ended.abort();
    }
  }

  #begin(client: string): void {
    this.#running.set(client, this.#runningOf(client) + 1);
  }

  #end(client: string): void {
    const left = this.#runningOf(client) - 1;
    if (left > 0) this.#running.set(client, left);
    else this.#running.delete(client);
    this.#admitNext();
  }

  #admitNext(): void {
    const ready = this.#waiting.filter((ticket) => this.#hasTurnFor(ticket.client));
    // Sorting keeps the order of those that are equal, which is the order in which they came.
    const [next] = ready.toSorted((left, right) => this.#runningOf(left.client) - this.#runningOf(right.client));
    if (!next) return;
    this.#waiting = this.#waiting.filter((ticket) => ticket !== next);
    // At once, so that nobody takes the turn before the one who waited wakes up.
    this.#begin(next.client);
    next.admit();
  }

  #hasTurnFor(client: string): boolean {
    const { mostRunning, mostRunningOfOne } = this.#limits;
    return this.#runningAll() < mostRunning && this.#runningOf(client) < mostRunningOfOne;
  }

  #runningOf(client: string): number {
    return this.#running.get(client) ?? 0;
  }

  #runningAll(): number {
    return [...this.#running.values()].reduce((sum, count) => sum + count, 0);
  }
}

function tooMany(reason: string, waiting: number): ProblemError {
  return new ProblemError('too-many-queries', `${reason}: let some end, then try again`, {
    values: { waiting: String(waiting) },
    retryAfterSeconds: 5,
  });
}

function cancelled(): ProblemError {
  return new ProblemError('cancelled', 'the caller no longer waits for its turn');
}
