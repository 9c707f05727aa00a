import type { QueryQueueState } from './contract/cypher.ts';
import { ProblemError } from './problem-error.ts';

/** How many queries may run and wait, of all callers together and of each. */
export interface QueueLimits {
  mostRunning: number;
  mostRunningOfOne: number;
  mostWaiting: number;
  mostWaitingOfOne: number;
  /** Milliseconds that a query waits for its turn, at most. */
  patienceMs: number;
}

/**
 * The limits over a store that runs so many queries at a time. Nobody gets the last turn beside others of their own, so
 * that the queries of one, however long, leave room for the next; where one runs at a time, callers take turns.
 */
export function queueLimits(mostRunning: number): QueueLimits {
  return {
    mostRunning,
    mostRunningOfOne: Math.max(1, mostRunning - 1),
    mostWaiting: 200,
    mostWaitingOfOne: 50,
    patienceMs: 30_000,
  };
}

/** Ends a turn; calling it again does nothing. */
export type Leave = () => void;

interface Ticket {
  client: string;
  admit: () => void;
}

/** Turns that a client has now, and the number of the one that began last. */
interface Turns {
  running: number;
  last: number;
}

/**
 * Where queries wait for their turn. A caller whose queries run on and on takes its own share of the turns and no more, and
 * those who wait come in turns: one query of each, beginning with whom was served least and least lately.
 */
export class QueryQueue {
  readonly #limits: QueueLimits;
  /** Of clients that have queries here, and of no others. */
  readonly #turns = new Map<string, Turns>();
  /** In the order in which they came. */
  #waiting: Ticket[] = [];
  #running = 0;
  #begun = 0;

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
    const places = this.#inOrder().flatMap((ticket, index) => (ticket.client === client ? [index + 1] : []));
    return { running: this.#running, waiting: this.#waiting.length, mostRunning, mostWaiting, places };
  }

  async #wait(client: string, signal: AbortSignal): Promise<void> {
    const { mostWaiting, mostWaitingOfOne, patienceMs } = this.#limits;
    const own = this.#waiting.filter((ticket) => ticket.client === client).length;
    if (own >= mostWaitingOfOne) throw tooMany(`${own} of your queries wait already`, own);
    if (this.#waiting.length >= mostWaiting) throw tooMany(`${mostWaiting} queries wait already`, mostWaiting);
    await new Promise<void>((resolve, reject) => {
      const giveUp = (reason: ProblemError) => {
        this.#waiting = this.#waiting.filter((other) => other !== ticket);
        end();
        reject(reason);
      };
      const onAbort = () => giveUp(cancelled());
      const patience = setTimeout(() => {
        giveUp(tooMany(`the query waited ${patienceMs} ms for its turn`, this.#waiting.length));
      }, patienceMs);
      const end = () => {
        clearTimeout(patience);
        signal.removeEventListener('abort', onAbort);
      };
      const ticket: Ticket = {
        client,
        admit: () => {
          end();
          resolve();
        },
      };
      signal.addEventListener('abort', onAbort);
      this.#waiting.push(ticket);
    });
  }

  #begin(client: string): void {
    this.#running += 1;
    this.#begun += 1;
    this.#turns.set(client, { running: this.#turnsOf(client).running + 1, last: this.#begun });
  }

  #end(client: string): void {
    const { running, last } = this.#turnsOf(client);
    this.#running -= 1;
    this.#turns.set(client, { running: running - 1, last });
    const next = this.#inOrder().find((ticket) => this.#hasTurnFor(ticket.client));
    if (next) {
      this.#waiting = this.#waiting.filter((ticket) => ticket !== next);
      // At once, so that nobody takes the turn before the one who waited wakes up.
      this.#begin(next.client);
      next.admit();
    }
    const isHere = running > 1 || next?.client === client || this.#waiting.some((ticket) => ticket.client === client);
    if (!isHere) this.#turns.delete(client);
  }

  /** Those who wait, in the order in which they will be served as far as one can tell now. */
  #inOrder(): Ticket[] {
    const ahead = new Map<string, number>();
    const ranked = this.#waiting.map((ticket) => {
      const turns = this.#turnsOf(ticket.client);
      const before = ahead.get(ticket.client) ?? turns.running;
      ahead.set(ticket.client, before + 1);
      // Behind another query of the same client: that one will have begun last of all.
      return { ticket, before, last: before > turns.running ? Infinity : turns.last };
    });
    // Sorting keeps the order of those that are equal.
    const sorted = ranked.toSorted((left, right) => left.before - right.before || left.last - right.last);
    return sorted.map(({ ticket }) => ticket);
  }

  #hasTurnFor(client: string): boolean {
    const { mostRunning, mostRunningOfOne } = this.#limits;
    return this.#running < mostRunning && this.#turnsOf(client).running < mostRunningOfOne;
  }

  #turnsOf(client: string): Turns {
    return this.#turns.get(client) ?? { running: 0, last: 0 };
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
