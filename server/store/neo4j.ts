import type { Driver, Session } from 'neo4j-driver';
import type { Answer } from '../contract/answer.ts';
import type { Engine } from '../contract/health.ts';
import type { Json } from '../contract/json.ts';
import type { QueryPlan } from '../contract/plan.ts';
import type { Schema } from '../contract/vocabulary.ts';
import { ProblemError } from '../problem-error.ts';
import { checkSize } from './cypher-text.ts';
import { readAnswer, type InSession } from './neo4j-answer.ts';
import { handedOver } from './handed-over.ts';
import { KnownNames } from './known-names.ts';
import { readCallables } from './neo4j-callables.ts';
import { adHocConnections, namedConnections, Neo4jDrivers, type Neo4jLogin } from './neo4j-drivers.ts';
import { explainPrefix, explainQuery, profilePrefix, profileQuery, readPlan } from './neo4j-plan.ts';
import { reasonOf, toProblem } from './neo4j-problem.ts';
import { readCounts, readNames, readSchema } from './neo4j-schema.ts';
import { readInSession } from './neo4j-session.ts';
import { Neo4jStream } from './neo4j-stream.ts';
import { compareBatch, writeBatch } from './neo4j-write.ts';
import type { Key } from './key.ts';
import { checkPlan, checkText, mayCall, mayUse } from './plan-gate.ts';
import { RecentSet } from './recent-set.ts';
import { SharedRead } from './shared-read.ts';
import { closed } from './store-problems.ts';
import { suggesting } from './suggestions.ts';
import { untilAborted } from './until-aborted.ts';
import type {
  Batch,
  Callables,
  Comparison,
  CompareOptions,
  Plan,
  PlanOptions,
  ReadOptions,
  Store,
  StreamPart,
  WriteOptions,
  Written,
} from './store.ts';

/** Milliseconds that planning may take; a planner that needs longer does not stop when it is told to. */
const planningMs = 3_000;

/** Milliseconds for what the store asks on its own account. */
const ownMs = 10_000;

/** Milliseconds that reading the schema may take: a database that has just started plans many texts for the first time. */
const readingSchemaMs = 60_000;

/** Milliseconds that a schema is good for: reading it takes several queries, and it seldom changes. */
const schemaMs = 60_000;

/** Rows of a stream that the driver asks for at once: it is never farther ahead of its reader. */
const streamedAtOnce = 500;

/** Texts of which is remembered that they passed the gate. */
const remembered = 500;

export interface Neo4jTarget extends Neo4jLogin {
  database?: string | undefined;
  /** Null for a graph that no data set describes: its nodes are told by the engine's own ids. */
  key: Key | null;
}

type Planning = Pick<ReadOptions, 'signal' | 'timeoutMs'>;

interface RunOptions {
  driver: Driver;
  signal?: AbortSignal | undefined;
  timeoutMs: number;
  /** When the time began to run; now, if not given. */
  begin?: number;
  fetchSize?: number;
  /** The text that problems are about, and what was put before it. */
  cypher?: string;
  prefix?: string;
}

/**
 * Connects to a Neo4j and makes sure that it answers. Rejects with a ProblemError whose sentence names the address, and as
 * `cancelled` once the signal is aborted.
 */
export async function openNeo4j(target: Neo4jTarget, signal?: AbortSignal): Promise<Store> {
  const { uri, database } = target;
  const drivers = new Neo4jDrivers(target);
  try {
    const asking = drivers.catalogue.getServerInfo(database === undefined ? {} : { database });
    const { agent = '' } = await untilAborted(asking, signal);
    const store = new Neo4jStore(target, drivers, {
      kind: 'neo4j',
      name: 'Neo4j',
      version: agent.split('/')[1] ?? agent,
    });
    // A server may be there and not have the database.
    await store.count(signal ? { signal } : {});
    return store;
  } catch (error) {
    // Who no longer waits does not wait for the goodbye of a server that says nothing.
    await untilAborted(drivers.close(), signal);
    const problem = toProblem(error);
    const { code, retryAfterSeconds } = problem;
    throw new ProblemError(code, `${reasonOf(problem)} (${uri})`, {
      values: { uri },
      cause: error,
      ...(retryAfterSeconds && { retryAfterSeconds }),
    });
  }
}

class Neo4jStore implements Store {
  readonly engine: Engine;
  readonly room = { named: namedConnections, typed: adHocConnections };
  readonly #target: Neo4jTarget;
  readonly #drivers: Neo4jDrivers;
  readonly #passed = new RecentSet(remembered);
  readonly #names = new KnownNames((signal) => {
    return this.#run({ driver: this.#drivers.catalogue, signal, timeoutMs: ownMs }, readNames);
  });
  readonly #readCallables = () => this.callables({});
  readonly #schema = new SharedRead(() => {
    const options = { driver: this.#drivers.catalogue, timeoutMs: readingSchemaMs };
    return this.#run(options, (session, remainingMs) => readSchema(session, this.#target.key, remainingMs));
  }, schemaMs);
  // They stay the same as long as the server runs.
  readonly #callables = new SharedRead(() => {
    const options = { driver: this.#drivers.catalogue, timeoutMs: ownMs };
    return this.#run(options, (session, remainingMs) => readCallables(session, { mayCall, mayUse }, remainingMs));
  }, Infinity);
  #closing: Promise<void> | undefined;

  constructor(target: Neo4jTarget, drivers: Neo4jDrivers, engine: Engine) {
    this.#target = target;
    this.#drivers = drivers;
    this.engine = engine;
  }

  read(cypher: string, params: Record<string, Json>, options: ReadOptions): Promise<Answer> {
    return this.#answer(this.#drivers.catalogue, cypher, params, options);
  }

  readUntrusted(cypher: string, params: Record<string, Json>, options: ReadOptions): Promise<Answer> {
    const begin = performance.now();
    const answering = suggesting(cypher, this.#readCallables, async () => {
      await this.#check(cypher, params, options);
      return this.#answer(this.#drivers.adHoc, cypher, params, options, begin);
    });
    return this.#names.addTo(answering, cypher, options.signal);
  }

  stream(cypher: string, params: Record<string, Json>, options: ReadOptions): AsyncGenerator<StreamPart> {
    const begin = performance.now();
    const parts = handedOver<StreamPart>(async (give, signal) => {
      const { timeoutMs } = options;
      await suggesting(cypher, this.#readCallables, () => this.#check(cypher, params, { signal, timeoutMs }));
      const run = { signal, timeoutMs, begin, cypher };
      const ofRows = { ...run, driver: this.#drivers.adHoc, fetchSize: streamedAtOnce };
      const ofEnds: InSession = (work) => this.#run({ ...run, driver: this.#drivers.catalogue }, work);
      const stream = new Neo4jStream({ cypher, params, key: this.#target.key }, options, ofEnds, give);
      await this.#run(ofRows, async (session, remainingMs) => {
        try {
          await stream.read(session, remainingMs);
        } catch (error) {
          // As it is, an error may be one after which the query is run again.
          throw stream.hasBegun ? toProblem(error, cypher) : error;
        }
      });
    }, options.signal);
    return this.#names.addToEnd(parts, cypher, options.signal);
  }

  async plan(cypher: string, params: Record<string, Json>, options: PlanOptions): Promise<QueryPlan> {
    const { profile, signal, timeoutMs } = options;
    const begin = performance.now();
    await suggesting(cypher, this.#readCallables, () => this.#check(cypher, params, options));
    const prefix = profile ? profilePrefix : explainPrefix;
    const run = { driver: this.#drivers.adHoc, signal, timeoutMs, begin, cypher, prefix };
    const ask = profile ? profileQuery : explainQuery;
    return this.#run(run, (session, remainingMs) => ask(session, cypher, params, remainingMs));
  }

  callables({ signal }: { signal?: AbortSignal }): Promise<Callables> {
    return this.#callables.get(signal);
  }

  schema({ signal }: { signal?: AbortSignal }): Promise<Schema> {
    return this.#schema.get(signal);
  }

  count({ signal }: { signal?: AbortSignal }): Promise<{ nodes: number; relationships: number }> {
    return this.#run({ driver: this.#drivers.catalogue, signal, timeoutMs: ownMs }, readCounts);
  }

  async write(batch: Batch, options: WriteOptions = {}): Promise<Written> {
    if (this.#closing) throw closed();
    const written = await writeBatch(this.#writing, batch, options);
    this.#schema.forget();
    return written;
  }

  async compare(batch: Batch, options: CompareOptions): Promise<Comparison> {
    if (this.#closing) throw closed();
    return compareBatch(this.#writing, batch, options);
  }

  close(): Promise<void> {
    this.#closing ??= this.#drivers.close();
    return this.#closing;
  }

  get #writing() {
    return { driver: this.#drivers.catalogue, database: this.#target.database };
  }

  /** Lets a text pass that is short and flat, whose plan only reads, and that hides nothing from its plan. */
  async #check(cypher: string, params: Record<string, Json>, { signal, timeoutMs }: Planning): Promise<void> {
    if (!this.#passed.has(cypher)) {
      checkSize(cypher);
      checkPlan(await this.#plan(cypher, params, { signal, timeoutMs: Math.min(planningMs, timeoutMs) }));
      checkText(cypher);
    }
    this.#passed.add(cypher);
  }

  #plan(cypher: string, params: Record<string, Json>, options: Planning): Promise<Plan> {
    const run = { ...options, driver: this.#drivers.adHoc, cypher, prefix: explainPrefix };
    return this.#run(run, (session, remainingMs) => readPlan(session, cypher, params, remainingMs));
  }

  #answer(
    driver: Driver,
    cypher: string,
    params: Record<string, Json>,
    options: ReadOptions,
    begin = performance.now(),
  ): Promise<Answer> {
    const { signal, timeoutMs, maxRows, maxBytes } = options;
    const inSession: InSession = (work) => this.#run({ driver, signal, timeoutMs, begin, cypher }, work);
    return readAnswer(inSession, { cypher, params, key: this.#target.key }, { maxRows, maxBytes });
  }

  async #run<T>(options: RunOptions, work: (session: Session, remainingMs: number) => Promise<T>): Promise<T> {
    if (this.#closing) throw closed();
    const { begin = performance.now(), cypher, prefix } = options;
    const { database } = this.#target;
    const onStuck = (driver: Driver) => this.#drivers.replaceAdHoc(driver);
    try {
      return await readInSession({ ...options, database, begin, onStuck }, work);
    } catch (error) {
      throw toProblem(error, cypher, prefix);
    }
  }
}
