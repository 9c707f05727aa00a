import { statSync } from 'node:fs';
import { ProblemError } from '../problem-error.ts';
import type { Opening, Replies, Request } from './embedded-messages.ts';
import { EmbeddedProcess, type Listener } from './embedded-process.ts';
import { cancelled, closed, outOfTime } from './store-problems.ts';

/** Requests that may wait for a child. */
const longestQueue = 64;

/**
 * Milliseconds that a query may run on when its caller has gone. A new child takes as long to start, and callers go
 * often: each key that is pressed in a search box ends the search before.
 */
const grace = 100;

/** Bytes resident, beyond which an idle child is not kept. */
const swollen = 100e6;

export interface RunOptions extends Pick<Listener, 'onPart'> {
  signal?: AbortSignal | undefined;
  /** Milliseconds that the request may wait, and then that it may run. */
  timeoutMs: number;
}

interface QueueOptions {
  path: string;
  key: Opening['key'];
  memoryLimit: number;
  /** Milliseconds after which an idle child is ended; without it the child is kept. */
  idleMs?: number | undefined;
}

interface Job extends Pick<Listener, 'onPart'> {
  request: Request;
  timeoutMs: number;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
  /** Set once the child has been asked. */
  isAsked: boolean;
  /** Set once the job needs no answer any more. */
  isSettled: boolean;
}

/**
 * A child process and the requests that wait for it. The child is started when it is needed, again after it had to be
 * killed, and anew when the database file has been replaced.
 */
export class EmbeddedQueue {
  readonly #options: QueueOptions;
  readonly #jobs: Job[] = [];
  #process: EmbeddedProcess | undefined;
  #opening: Promise<EmbeddedProcess> | undefined;
  #version: string | undefined;
  #running: Job | undefined;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Asks the child as soon as it is free. Rejects with a ProblemError. */
  run<Kind extends keyof Replies>(
    request: Extract<Request, { kind: Kind }>,
    options: RunOptions,
  ): Promise<Replies[Kind]>;
  run(request: Request, { signal, timeoutMs, onPart }: RunOptions): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(closed());
    if (signal?.aborted) return Promise.reject(cancelled());
    if (this.#jobs.length >= longestQueue) return Promise.reject(tooMany());
    return new Promise((resolve, reject) => {
      const settle = <Value>(settleWith: (value: Value) => void) => {
        return (value: Value) => {
          job.isSettled = true;
          clearTimeout(patience);
          signal?.removeEventListener('abort', onAbort);
          settleWith(value);
        };
      };
      const job: Job = {
        request,
        timeoutMs,
        onPart,
        resolve: settle(resolve),
        reject: settle(reject),
        isAsked: false,
        isSettled: false,
      };
      const onAbort = () => this.#abandon(job, cancelled());
      const patience = setTimeout(() => {
        if (this.#running !== job) this.#abandon(job, tooMany());
      }, timeoutMs);
      signal?.addEventListener('abort', onAbort);
      this.#jobs.push(job);
      void this.#pump();
    });
  }

  /** Starts the child before it is needed. */
  warmUp(): void {
    if (this.#isClosed || this.#running || this.#jobs.length > 0) return;
    // Who asks next gets the problem told.
    this.#current().catch(() => {});
  }

  /** Ends the child; what waits is rejected. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    for (const job of this.#jobs.splice(0)) job.reject(closed());
    // A child that is just being opened must not outlive the queue; why it could not be opened matters no more.
    await this.#opening?.catch(() => {});
    await this.#process?.end();
  }

  /** Rejects a job. The engine cannot be stopped, so when the job runs on for long its child is killed. */
  #abandon(job: Job, reason: ProblemError): void {
    const index = this.#jobs.indexOf(job);
    if (index >= 0) this.#jobs.splice(index, 1);
    job.reject(reason);
    if (this.#running !== job) return;
    setTimeout(() => {
      // A child that is only starting meanwhile is as good for the next.
      if (this.#running === job && job.isAsked) this.#process?.kill(reason);
    }, grace);
  }

  async #pump(): Promise<void> {
    if (this.#running) return;
    clearTimeout(this.#idle);
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      this.#running = job;
      await this.#serve(job);
      this.#running = undefined;
    }
    this.#rest();
  }

  /** What happens when nothing waits: a child for occasional use ends, one for steady use is made ready again. */
  #rest(): void {
    const { idleMs } = this.#options;
    if (idleMs === undefined) {
      if (this.#process?.isUsable === false) this.warmUp();
      return;
    }
    // What a large result has taken is not given back as long as the process lives.
    const patience = (this.#process?.memory ?? 0) > swollen ? 0 : idleMs;
    this.#idle = setTimeout(() => void this.#process?.end(), patience).unref();
  }

  async #serve(job: Job): Promise<void> {
    try {
      const child = await this.#current();
      if (job.isSettled) return;
      job.isAsked = true;
      const deadline = setTimeout(() => child.kill(outOfTime(job.timeoutMs)), job.timeoutMs);
      try {
        job.resolve(await child.ask(job.request, { onPart: job.onPart }));
      } finally {
        clearTimeout(deadline);
      }
    } catch (error) {
      job.reject(error);
    }
  }

  /** A child that is ready and has the newest database open. */
  #current(): Promise<EmbeddedProcess> {
    this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  async #open(): Promise<EmbeddedProcess> {
    const { path, key, memoryLimit } = this.#options;
    const version = fileVersion(path);
    if (this.#process && (!this.#process.isUsable || this.#version !== version)) {
      await this.#process.end();
      this.#process = undefined;
    }
    if (this.#isClosed) throw closed();
    if (version === undefined) {
      throw new ProblemError('database-empty', `there is no database at ${path}: load a data set with npm run seed`);
    }
    this.#version = version;
    this.#process ??= new EmbeddedProcess({ path, key }, memoryLimit);
    await this.#process.ready();
    // While the child started, the database may have been replaced, by whoever asks next.
    return fileVersion(path) === version ? this.#process : this.#open();
  }
}

/** What tells a database file from the one that was at its place before. */
function fileVersion(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.mtimeMs} ${stats.size}`;
}

function tooMany(): ProblemError {
  const detail = 'too many queries are waiting for the embedded engine';
  return new ProblemError('too-many-requests', detail, { retryAfterSeconds: 1 });
}
