import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProblemError } from '../problem-error.ts';
import type { GoOn, Message, Opening, Replies, Request } from './embedded-messages.ts';
import { childProgram } from './embedded-program.ts';
import type { Give } from './handed-over.ts';
import type { StreamPart } from './store.ts';
import { closed } from './store-problems.ts';

/** Milliseconds that a child may take until it is ready. */
const startLimit = 30_000;

/** Megabytes for young objects: those of an answer soon go, and with the usual room a child comes to need 13 MB more. */
const nodeOptions = ['--max-semi-space-size=2'];

/** Milliseconds that a child has to end by itself. */
const endLimit = 1_000;

/** What takes the parts that come before an answer. */
export interface Listener {
  /** Takes a part of a stream; the child goes on when it is done. */
  onPart?: Give<StreamPart> | undefined;
}

interface Waiting extends Listener {
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

/** One child process with the engine in it. It answers one request at a time. */
export class EmbeddedProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<unknown>;
  readonly #gone: Promise<void>;
  readonly #memoryLimit: number;
  /** Where the engine puts what has no room in its memory, and leaves it: that is for us to take away. */
  readonly #spill = mkdtempSync(join(tmpdir(), 'explorer-spill-'));
  #waiting: Waiting | undefined;
  #reason: ProblemError | undefined;
  #isGone = false;
  #memory = 0;

  /** @param memoryLimit bytes resident, beyond which the child is ended */
  constructor(opening: Opening, memoryLimit: number) {
    this.#memoryLimit = memoryLimit;
    this.#child = spawn(process.execPath, [...nodeOptions, ...childProgram.argv], {
      // Packages are looked for from here on upwards.
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: { ...childEnvironment(), TMPDIR: this.#spill },
      stdio: ['pipe', 'inherit', 'inherit', 'ipc'],
    });
    this.#ready = this.#expect();
    // Who waits for the child sees why it did not start; nobody may be waiting yet.
    this.#ready.catch(() => {});
    this.#gone = new Promise((resolve) => {
      this.#child.once('error', (error) => this.#onGone(error.message, resolve));
      this.#child.once('exit', (code, signal) => this.#onGone(signal ?? `exit code ${code}`, resolve));
    });
    this.#child.on('message', (message: Message) => this.#onMessage(message));
    this.#child.stdin?.on('error', () => {});
    this.#child.stdin?.end(childProgram.text);
    this.#send(opening);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether it lives and nobody has ended it. */
  get isUsable(): boolean {
    return !this.#isGone && this.#reason === undefined;
  }

  /** Bytes resident when the child last told. */
  get memory(): number {
    return this.#memory;
  }

  /** Resolves when the child can be asked. Rejects with a ProblemError. */
  async ready(): Promise<void> {
    const timer = setTimeout(() => {
      this.kill(new ProblemError('database-unavailable', `the embedded engine did not start in ${startLimit} ms`));
    }, startLimit);
    try {
      await this.#ready;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Asks the child, which must be ready and idle. Rejects with a ProblemError. */
  ask<Kind extends keyof Replies>(
    request: Extract<Request, { kind: Kind }>,
    listener?: Listener,
  ): Promise<Replies[Kind]>;
  ask(request: Request, listener?: Listener): Promise<unknown> {
    const answer = this.#expect(listener);
    this.#send(request);
    return answer;
  }

  /** Ends the child at once, whatever it does; what is waited for rejects with the reason. */
  kill(reason: ProblemError): void {
    this.#reason ??= reason;
    this.#child.kill('SIGKILL');
    this.#settle()?.reject(reason);
  }

  /** Ends the child and waits for its end. */
  async end(): Promise<void> {
    const reason = closed();
    this.#reason ??= reason;
    this.#settle()?.reject(reason);
    if (this.#child.connected) this.#child.disconnect();
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), endLimit);
    await this.#gone;
    clearTimeout(timer);
  }

  #expect(listener?: Listener): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#isGone) reject(this.#reason);
      else this.#waiting = { resolve, reject, ...listener };
    });
  }

  #settle(): Waiting | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting;
  }

  #send(message: Opening | Request | GoOn): void {
    // What cannot be sent is noticed as the end of the child.
    this.#child.send(message, () => {});
  }

  #onMessage(message: Message): void {
    switch (message.kind) {
      case 'ready':
        return this.#settle()?.resolve(undefined);
      case 'answer':
        return this.#settle()?.resolve(message.answer);
      case 'problem': {
        const { code, detail, ...options } = message.problem;
        return this.#settle()?.reject(new ProblemError(code, detail, options));
      }
      case 'part':
        return void this.#waiting?.onPart?.(message.part).then(() => this.#send({ kind: 'go-on' }));
      case 'memory':
        this.#memory = message.bytes;
        if (message.bytes > this.#memoryLimit) this.kill(tooMuchMemory(this.#memoryLimit));
    }
  }

  #onGone(how: string, resolve: () => void): void {
    this.#isGone = true;
    this.#reason ??= ended(how);
    this.#settle()?.reject(this.#reason);
    // What cannot be removed is found by whoever looks after the system's folder of such things.
    void rm(this.#spill, { recursive: true, force: true }).then(resolve, resolve);
  }
}

/** Without what the server's own process was started with, such as a loader of TypeScript. */
function childEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  return environment;
}

function tooMuchMemory(limit: number): ProblemError {
  const megabytes = String(Math.round(limit / 1e6));
  return new ProblemError('memory-limit', `the query needs more than ${megabytes} MB of memory`, {
    values: { megabytes },
  });
}

/** The engine ends itself on a query that overflows its stack; a signal from outside is no fault of the query. */
function ended(how: string): ProblemError {
  if (['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL'].includes(how)) {
    return new ProblemError('cypher-failed', `the query made the embedded engine fail (${how})`);
  }
  return new ProblemError('database-unavailable', `the embedded engine ended unexpectedly (${how})`, {
    retryAfterSeconds: 1,
  });
}
