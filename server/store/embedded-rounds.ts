import type { ProblemError } from '../problem-error.ts';
import type { AddNodesRequest, AddRelationshipsRequest, Replies } from './embedded-messages.ts';
import { exceeds, noSize, together } from './chunks.ts';
import type { Size } from './chunks.ts';
import { EmbeddedProcess } from './embedded-process.ts';
import type { Key } from './key.ts';
import { cancelled } from './store-problems.ts';

/**
 * What one child process writes. What it has just written takes it several times the room that it takes once it has been put
 * into the file and read from there: so another goes on from the file.
 */
const roundSize: Size = { items: 150_000, characters: 60_000_000 };

/**
 * Writes a new database file by child processes, one after the other. While one works, the next chunk can be made ready:
 * it is waited for only when there is more for it to do.
 */
export class EmbeddedRounds {
  readonly #path: string;
  readonly #key: Key;
  readonly #most: Size;
  #child: EmbeddedProcess | undefined;
  #written = noSize;
  #underWay: Promise<unknown> = Promise.resolve();
  #stopped: ProblemError | undefined;

  /** @param most what one child writes */
  constructor(path: string, key: Key, most = roundSize) {
    this.#path = path;
    this.#key = key;
    this.#most = most;
  }

  /** Adds nodes with the same labels, and hands on the engine's numbers of them once these are known. */
  async addNodes(
    request: Omit<AddNodesRequest, 'kind'>,
    characters: number,
    onNumbers: (numbers: number[]) => void,
  ): Promise<void> {
    const child = await this.#ready({ items: request.properties.length, characters });
    this.#goOn(child.ask<'add-nodes'>({ kind: 'add-nodes', ...request }).then(onNumbers));
  }

  /** Adds relationships, and tells when they are there. */
  async addRelationships(
    relationships: AddRelationshipsRequest['relationships'],
    characters: number,
    onDone: () => void,
  ): Promise<void> {
    const child = await this.#ready({ items: relationships.length, characters });
    this.#goOn(child.ask<'add-relationships'>({ kind: 'add-relationships', relationships }).then(onDone));
  }

  /** Resolves when all that was asked for is done. */
  async settle(): Promise<void> {
    await this.#underWay;
  }

  /** Puts the file into order and tells what it holds. */
  async finish(): Promise<Replies['finish']> {
    const child = await this.#ready(noSize);
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
  async #ready(more: Size): Promise<EmbeddedProcess> {
    await this.#underWay;
    const sum = together(this.#written, more);
    const isTooMuch = this.#written.items > 0 && exceeds(sum, this.#most);
    if (this.#child && isTooMuch) {
      await this.#child.ask<'finish'>({ kind: 'finish' });
      await this.end();
    }
    this.#written = isTooMuch ? more : sum;
    if (this.#stopped) throw this.#stopped;
    if (!this.#child) {
      // A write is trusted; what memory it needs depends on the batch.
      this.#child = new EmbeddedProcess({ path: undefined, key: this.#key }, Number.POSITIVE_INFINITY);
      await this.#child.ready();
      await this.#child.ask<'begin'>({ kind: 'begin', path: this.#path });
    }
    return this.#child;
  }
}
