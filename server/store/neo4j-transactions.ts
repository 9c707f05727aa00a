import type { Session, Transaction } from 'neo4j-driver';
import { exceeds, noSize, together } from './chunks.ts';
import type { Size } from './chunks.ts';
import type { Runner } from './neo4j-held.ts';
import { loadTimeout } from './neo4j-held.ts';

/**
 * What is changed in one transaction: until it is committed, a database keeps a kilobyte or two of each change in memory,
 * and some 16 bytes of each character, and limits them.
 */
const transactionSize: Size = { items: 20_000, characters: 6_000_000 };

/** Statements that are under way at once: while the database works on one, the next is made ready and sent. */
const mostUnderWay = 2;

/** A statement that changes something. */
export interface Change {
  cypher: string;
  params: Record<string, unknown>;
  /** What it changes. */
  size: Size;
  /** Called with the rows that it returns. */
  onRows?: (rows: Record<string, unknown>[]) => void;
}

/** Statements that frame a write of more than one transaction. */
export interface Frame {
  /** Run before the first transaction is committed that is not the last. */
  begin: Pick<Change, 'cypher' | 'params'>;
  /** Run with the last. */
  end: Pick<Change, 'cypher' | 'params'>;
}

/**
 * Writes in as few transactions as may be. What fits into one is there as a whole or not at all; of more, what was
 * committed stays.
 */
export class Transactions {
  readonly #session: Session;
  readonly #frame: Frame;
  #current: Transaction | undefined;
  #open = noSize;
  #underWay: Promise<void>[] = [];
  /** Changes that stay, whatever follows. */
  committed = 0;

  constructor(session: Session, frame: Frame) {
    this.#session = session;
    this.#frame = frame;
  }

  /** The transaction in which to read. */
  async current(): Promise<Runner> {
    await this.#settle(0);
    return this.#begun();
  }

  /** Sends a statement, and resolves when there is room for the next. One that fails makes a later call reject. */
  async write(change: Change): Promise<void> {
    const sum = together(this.#open, change.size);
    const isTooMuch = this.#open.items > 0 && exceeds(sum, transactionSize);
    if (isTooMuch) await this.#commitPart();
    this.#open = isTooMuch ? change.size : sum;
    const transaction = await this.#begun();
    const running = run(transaction, change);
    // Told by the next call.
    running.catch(() => {});
    this.#underWay.push(running);
    await this.#settle(mostUnderWay - 1);
  }

  /** Resolves when the rows of all statements have come. */
  settled(): Promise<void> {
    return this.#settle(0);
  }

  /** Commits what is left. */
  async finish(): Promise<void> {
    await this.#settle(0);
    const { cypher, params } = this.#frame.end;
    await (await this.#begun()).run(cypher, params);
    await this.#commit();
  }

  async #commitPart(): Promise<void> {
    await this.#settle(0);
    const { cypher, params } = this.#frame.begin;
    if (this.committed === 0) await (await this.#begun()).run(cypher, params);
    await this.#commit();
  }

  async #commit(): Promise<void> {
    await this.#current?.commit();
    this.committed += this.#open.items;
    this.#current = undefined;
    this.#open = noSize;
  }

  async #begun(): Promise<Transaction> {
    return (this.#current ??= await this.#session.beginTransaction({ timeout: loadTimeout }));
  }

  /** Waits until no more statements than these are under way. */
  async #settle(most: number): Promise<void> {
    while (this.#underWay.length > most) await this.#underWay.shift();
  }
}

async function run(transaction: Transaction, { cypher, params, onRows }: Change): Promise<void> {
  const { records } = await transaction.run(cypher, params);
  onRows?.(records.map((record) => record.toObject()));
}
