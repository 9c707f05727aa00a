import type { Session, Transaction } from 'neo4j-driver';
import type { Runner } from './neo4j-held.ts';

/** Changes in one transaction: a database keeps some kilobytes of each in memory until it is committed, and limits them. */
export const mostChanges = 20_000;

/** Statements that are under way at once: while the database works on one, the next is made ready and sent. */
const mostUnderWay = 2;

/**
 * Writes in as few transactions as may be. What fits into one is there as a whole or not at all; of more, what was
 * committed stays.
 */
export class Transactions {
  readonly #session: Session;
  readonly #most: number;
  #current: Transaction | undefined;
  #changes = 0;
  #underWay: Promise<void>[] = [];

  /** @param most changes in one transaction */
  constructor(session: Session, most: number) {
    this.#session = session;
    this.#most = most;
  }

  /** The transaction in which to read. */
  async current(): Promise<Runner> {
    await this.#settle(0);
    this.#current ??= await this.#session.beginTransaction();
    return this.#current;
  }

  /**
   * Sends a statement that makes some changes, and resolves when there is room for the next. One that fails makes a
   * later call reject.
   * @param expected the number that it is to return as `count`, if it returns one
   */
  async write(cypher: string, params: Record<string, unknown>, changes: number, expected?: number): Promise<void> {
    if (this.#changes > 0 && this.#changes + changes > this.#most) await this.commit();
    const transaction = (this.#current ??= await this.#session.beginTransaction());
    this.#changes += changes;
    const running = run(transaction, cypher, params, expected);
    // Told by the next call.
    running.catch(() => {});
    this.#underWay.push(running);
    await this.#settle(mostUnderWay - 1);
  }

  async commit(): Promise<void> {
    await this.#settle(0);
    await this.#current?.commit();
    this.#current = undefined;
    this.#changes = 0;
  }

  /** Waits until no more statements than these are under way. */
  async #settle(most: number): Promise<void> {
    while (this.#underWay.length > most) await this.#underWay.shift();
  }
}

async function run(
  transaction: Transaction,
  cypher: string,
  params: Record<string, unknown>,
  expected: number | undefined,
): Promise<void> {
  const { records } = await transaction.run(cypher, params);
  const count = Number(records[0]?.get('count'));
  if (expected !== undefined && count !== expected) throw new Error(`of ${expected} ${count} could be written`);
}
