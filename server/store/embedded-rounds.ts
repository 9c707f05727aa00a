import type { ProblemError } from '../problem-error.ts';
import type { AddNodesRequest, AddRelationshipsRequest, Replies } from './embedded-messages.ts';
import { EmbeddedProcess } from './embedded-process.ts';
import type { Key } from './key.ts';
import { cancelled } from './store-problems.ts';

/**
 * Nodes and relationships that one child process writes. What it has just written takes it a kilobyte each, and a fifth of
 * that once it has been put into the file and read from there: so another goes on from the file.
 */
const roundSize = 50_000;

/**
 * Writes a new database file by child processes, one after the other. While one works, the next chunk can be made ready:
 * it is waited for only when there is more for it to do.
 */
export class EmbeddedRounds {
  readonly #path: string;
  readonly #key: Key;
  #child: EmbeddedProcess | undefined;
  #count = 0;
  #underWay: Promise<unknown> = Promise.resolve();
  #stopped: ProblemError | undefined;

  constructor(path: string, key: Key) {
    this.#path = path;
    this.#key = key;
  }

  /** Adds nodes with the same labels, and hands on the engine's numbers of them once these are known. */
  async addNodes(request: Omit<AddNodesRequest, 'kind'>, onNumbers: (numbers: number[]) => void): Promise<void> {
    const child = await this.#ready(request.properties.length);
    this.#goOn(child.ask<'add-nodes'>({ kind: 'add-nodes', ...request }).then(onNumbers));
  }

  /** Adds relationships, and tells when they are there. */
  async addRelationships(relationships: AddRelationshipsRequest['relationships'], onDone: () => void): Promise<void> {
    const child = await this.#ready(relationships.length);
    this.#goOn(child.ask<'add-relationships'>({ kind: 'add-relationships', relationships }).then(onDone));
  }

  /** Resolves when all that was asked for is done. */
  async settle(): Promise<void> {
    await this.#underWay;
  }

  /** Puts the file into order and tells what it holds. */
  async finish(): Promise<Replies['finish']> {
    const child = await this.#ready(0);
    const counts = await child.ask<'finish'>({ kind: 'finish', key: this.#key });
    await this.end();
    return counts;
  }

  /** Ends at once whatever is under way. */
  stop(): void {
    this.#stopped = cancelled();
    this.#child?.kill(this.#stopped);
  }

  /** Ends the child, if there is one. */
  async end(): Promise<void> {
    await this.#child?.end();
    this.#child = undefined;
  }

  #goOn(work: Promise<unknown>): void {
    // Told to who asks for the next.
    work.catch(() => {});
    this.#underWay = work;
  }

  /** A child that has the file open and is idle. */
  async #ready(count: number): Promise<EmbeddedProcess> {
    await this.#underWay;
    if (this.#child && this.#count + count > roundSize) {
      await this.#child.ask<'finish'>({ kind: 'finish' });
      await this.end();
    }
    if (this.#stopped) throw this.#stopped;
    if (!this.#child) {
      this.#count = 0;
      // A write is trusted; what memory it needs depends on the batch.
      this.#child = new EmbeddedProcess({ path: undefined, key: this.#key }, Number.POSITIVE_INFINITY);
      await this.#child.ready();
      await this.#child.ask<'begin'>({ kind: 'begin', path: this.#path });
    }
    this.#count += count;
    return this.#child;
  }
}
