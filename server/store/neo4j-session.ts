import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver, type Session } from 'neo4j-driver';
import { isWorthRetrying } from './neo4j-problem.ts';
import { cancelled, outOfTime } from './store-problems.ts';

/** How long a read is tried again while the database does not answer. */
const retryMs = 3_000;

/**
 * Asks for the whole result at once. Whoever closes a session in the middle of a result tells the server to forget it; a driver
 * that has just been told that there is more asks for the rest nevertheless, and the server then fails the next query on that
 * connection, or never answers it. Who has asked for all is never told that there is more.
 */
const all = -1;

/** A session that has not closed by then hangs. */
const closingMs = 2_000;

export interface SessionOptions {
  driver: Driver;
  database: string | undefined;
  signal?: AbortSignal | undefined;
  /** Milliseconds that all of the work may take, from `begin` on. */
  timeoutMs: number;
  begin: number;
  /** Rows that are asked for at once; all, if not given. */
  fetchSize?: number | undefined;
  /** Called with the driver when one of its sessions does not close: the server no longer listens to us on it. */
  onStuck?: (driver: Driver) => void;
}

/**
 * Does some reading in a session of its own, once more if the database was away. At the deadline, and when the caller
 * goes, the session is closed, which ends its query in the database too, and the work is waited for no longer: a
 * server that is busy enough does not answer even that. Rejects with what the work rejects with, or a ProblemError.
 */
export async function readInSession<T>(
  options: SessionOptions,
  work: (session: Session, remainingMs: number) => Promise<T>,
): Promise<T> {
  const { signal, timeoutMs, begin } = options;
  if (signal?.aborted) throw cancelled();
  const remaining = () => Math.max(1, Math.ceil(begin + timeoutMs - performance.now()));
  const stop = new Stopper(timeoutMs, remaining(), signal);
  const retryUntil = performance.now() + retryMs;
  let failure: unknown;
  try {
    for (let pause = 50; ; pause *= 2) {
      try {
        return await attempt(options, stop.reason, (session) => work(session, remaining()));
      } catch (error) {
        if (!isWorthRetrying(error) || performance.now() > retryUntil) throw error;
        failure = error;
      }
      await Promise.race([sleep(pause), stop.reason]);
    }
  } catch (error) {
    // That the time has run out says less than why nothing came of it.
    throw stop.isLate && failure !== undefined ? failure : error;
  } finally {
    stop.end();
  }
}

async function attempt<T>(
  { driver, database, fetchSize = all, onStuck }: SessionOptions,
  stopped: Promise<never>,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = driver.session({
    defaultAccessMode: neo4j.session.READ,
    fetchSize,
    ...(database !== undefined && { database }),
  });
  const close = () => watch(session.close(), () => onStuck?.(driver));
  try {
    const working = work(session);
    // When it is stopped first, nobody is there for what it rejects with.
    working.catch(() => {});
    const answer = await Promise.race([working, stopped]);
    // What was read goes on its way first: to give the connection back is one more message to the server.
    setImmediate(close);
    return answer;
  } catch (error) {
    close();
    throw error;
  }
}

/** Calls `onStuck` when something takes too long, which must not keep the process. */
function watch(closing: Promise<unknown>, onStuck: () => void): void {
  const patience = setTimeout(onStuck, closingMs).unref();
  const end = () => clearTimeout(patience);
  closing.then(end, end);
}

/** Tells when the time is up or the caller has gone. It is made for every read, so it makes nothing before it must. */
class Stopper {
  /** Rejects with why the work is to stop. */
  readonly reason: Promise<never>;
  readonly #signal: AbortSignal | undefined;
  #timer: NodeJS.Timeout | undefined;
  #onAbort: (() => void) | undefined;
  #isLate = false;

  constructor(timeoutMs: number, remainingMs: number, signal: AbortSignal | undefined) {
    this.#signal = signal;
    this.reason = new Promise((_resolve, reject) => {
      this.#timer = setTimeout(() => {
        this.#isLate = true;
        reject(outOfTime(timeoutMs));
      }, remainingMs);
      this.#onAbort = () => reject(cancelled());
      signal?.addEventListener('abort', this.#onAbort);
    });
    // Nobody may be listening when it comes.
    this.reason.catch(() => {});
  }

  /** Whether the time is up. */
  get isLate(): boolean {
    return this.#isLate;
  }

  end(): void {
    clearTimeout(this.#timer);
    if (this.#onAbort) this.#signal?.removeEventListener('abort', this.#onAbort);
  }
}
