import neo4j, { type Config, type Driver } from 'neo4j-driver';
import { ProblemError } from '../problem-error.ts';
import { limitMessages } from './neo4j-messages.ts';

export interface Neo4jLogin {
  uri: string;
  username: string;
  password: string;
}

/** Connections for queries of the catalogue; the store's own questions have some more. */
export const namedConnections = 40;

/** Connections for queries that somebody typed: a few, so that the catalogue's always find a free processor. */
export const adHocConnections = 4;

/** After that long no query runs any more on a driver that was replaced. */
const retiredMs = 60_000;

/** Drivers that were replaced and may still have queries: what cannot be stopped must not pile up in the database. */
const mostRetired = 2;

limitMessages();

const common = {
  useBigInt: true,
  connectionTimeout: 3_000,
  connectionAcquisitionTimeout: 5_000,
  // A connection that was idle for longer may be dead without our knowing.
  connectionLivenessCheckTimeout: 30_000,
  maxTransactionRetryTime: 3_000,
  telemetryDisabled: true,
} satisfies Config;

/**
 * Two drivers on one database: one for the catalogue, and one for typed queries, which is replaced when the server no
 * longer answers on its connections.
 */
export class Neo4jDrivers {
  readonly catalogue: Driver;
  readonly #login: Neo4jLogin;
  readonly #retired = new Map<Driver, NodeJS.Timeout>();
  #adHoc: Driver;
  /** Whether the present one should be replaced, too, as soon as there is room. */
  #isStuck = false;

  constructor(login: Neo4jLogin) {
    this.#login = login;
    this.catalogue = connect(login, namedConnections + 10);
    this.#adHoc = this.#connectAdHoc();
  }

  get adHoc(): Driver {
    return this.#adHoc;
  }

  /**
   * Puts a new driver in the place of one on which a session hangs; other queries on it may still end. Where too many hang
   * already, typed queries find no connection until one of those is given up.
   */
  replaceAdHoc(stuck: Driver): void {
    if (stuck !== this.#adHoc) return;
    this.#isStuck = this.#retired.size >= mostRetired;
    if (this.#isStuck) return;
    this.#adHoc = this.#connectAdHoc();
    const retire = setTimeout(() => {
      this.#retired.delete(stuck);
      // What hangs may fail to say goodbye, which changes nothing: its connections are given up.
      stuck.close().catch(() => {});
      if (this.#isStuck) this.replaceAdHoc(this.#adHoc);
    }, retiredMs);
    retire.unref();
    this.#retired.set(stuck, retire);
  }

  async close(): Promise<void> {
    for (const timer of this.#retired.values()) clearTimeout(timer);
    await Promise.all([this.catalogue, this.#adHoc, ...this.#retired.keys()].map((driver) => driver.close()));
  }

  #connectAdHoc(): Driver {
    return connect(this.#login, adHocConnections);
  }
}

function connect({ uri, username, password }: Neo4jLogin, maxConnectionPoolSize: number): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(username, password), { ...common, maxConnectionPoolSize });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError('database-unavailable', `${uri} is no address of a Neo4j: ${reason}`, {
      cause: error,
    });
  }
}
