import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Answer } from '../contract/answer.ts';
import type { Engine } from '../contract/health.ts';
import type { Json } from '../contract/json.ts';
import type { QueryPlan } from '../contract/plan.ts';
import type { Schema } from '../contract/vocabulary.ts';
import { checkSize, tokenize } from './cypher-text.ts';
import { callables } from './embedded-callables.ts';
import { EmbeddedQueue } from './embedded-queue.ts';
import { checkReadOnly } from './embedded-refusals.ts';
import { compareDatabase, replaceDatabase } from './embedded-write.ts';
import { handedOver } from './handed-over.ts';
import type { Key } from './key.ts';
import { KnownNames, namesOf } from './known-names.ts';
import { suggesting } from './suggestions.ts';
import type {
  Batch,
  Callables,
  Comparison,
  CompareOptions,
  PlanOptions,
  ReadOptions,
  Store,
  StreamPart,
  WriteOptions,
  Written,
} from './store.ts';

export interface EmbeddedOptions {
  /** The database's file. It need not be there yet. */
  path: string;
  key: Key;
  /** Bytes that a child process may have resident before its query is stopped. */
  memoryLimit?: number;
  /** Milliseconds after which the child for typed queries is ended when nobody uses it. */
  idleMs?: number;
}

/** Milliseconds that questions about the database itself may take. */
const aboutTimeout = 10_000;

/**
 * A store in a file, with the engine Grafeo in child processes: one for the catalogue's queries, and one, started when
 * it is needed, for what somebody typed. The engine has no time or memory limit of its own and cannot cancel, so a
 * query that goes too far is ended with its child.
 */
export function openEmbedded({ path, key, memoryLimit = 1e9, idleMs = 60_000 }: EmbeddedOptions): EmbeddedStore {
  return new EmbeddedStore({ path, key, memoryLimit, idleMs });
}

export class EmbeddedStore implements Store {
  readonly engine: Engine = { kind: 'embedded', name: 'Grafeo', version: engineVersion() };
  // Each child does one thing at a time; what follows lies ready, but of what may run for long nothing does.
  readonly room = { named: 4, typed: 1 };
  readonly #path: string;
  readonly #key: Key;
  readonly #named: EmbeddedQueue;
  readonly #typed: EmbeddedQueue;
  readonly #names = new KnownNames(async (signal) => namesOf(await this.schema({ signal }), this.#key.label));

  constructor({ path, key, memoryLimit, idleMs }: Required<EmbeddedOptions>) {
    this.#path = path;
    this.#key = key;
    this.#named = new EmbeddedQueue({ path, key, memoryLimit });
    this.#typed = new EmbeddedQueue({ path, key, memoryLimit, idleMs });
    this.#named.warmUp();
  }

  /** The process ids of the children that there are, for those who watch them. */
  get pids(): number[] {
    return [this.#named.pid, this.#typed.pid].filter((pid) => pid !== undefined);
  }

  read(cypher: string, params: Record<string, Json>, options: ReadOptions): Promise<Answer> {
    return this.#read(this.#named, cypher, params, options, false);
  }

  readUntrusted(cypher: string, params: Record<string, Json>, options: ReadOptions): Promise<Answer> {
    const answering = suggesting(cypher, callables, async () => {
      checkText(cypher);
      return this.#read(this.#typed, cypher, params, options, true);
    });
    return this.#names.addTo(answering, cypher, options.signal);
  }

  stream(cypher: string, params: Record<string, Json>, options: ReadOptions): AsyncGenerator<StreamPart> {
    const { timeoutMs, maxRows, maxBytes } = options;
    const streaming = handedOver<StreamPart>((onPart, signal) => {
      return suggesting(cypher, callables, async () => {
        checkText(cypher);
        const request = { kind: 'stream', cypher, params, maxRows, maxBytes } as const;
        return this.#typed.run<'stream'>(request, { signal, timeoutMs, onPart });
      });
    }, options.signal);
    return this.#names.addToEnd(streaming, cypher, options.signal);
  }

  plan(cypher: string, params: Record<string, Json>, { profile, ...options }: PlanOptions): Promise<QueryPlan> {
    return suggesting(cypher, callables, async () => {
      checkText(cypher);
      return this.#typed.run<'plan'>({ kind: 'plan', cypher, params, profile }, options);
    });
  }

  callables(): Promise<Callables> {
    return Promise.resolve(callables);
  }

  schema({ signal }: { signal?: AbortSignal | undefined }): Promise<Schema> {
    return this.#named.run<'schema'>({ kind: 'schema' }, { signal, timeoutMs: aboutTimeout });
  }

  count({ signal }: { signal?: AbortSignal }): Promise<{ nodes: number; relationships: number }> {
    return this.#named.run<'count'>({ kind: 'count' }, { signal, timeoutMs: aboutTimeout });
  }

  async write(batch: Batch, options: WriteOptions = {}): Promise<Written> {
    const written = await replaceDatabase(this.#path, this.#key, batch, options);
    this.#named.warmUp();
    return written;
  }

  compare(batch: Batch, options: CompareOptions): Promise<Comparison> {
    return compareDatabase(this.#path, this.#key, batch, options);
  }

  async close(): Promise<void> {
    await Promise.all([this.#named.close(), this.#typed.close()]);
  }

  #read(
    queue: EmbeddedQueue,
    cypher: string,
    params: Record<string, Json>,
    { signal, timeoutMs, maxRows, maxBytes }: ReadOptions,
    isTyped: boolean,
  ): Promise<Answer> {
    return queue.run<'read'>({ kind: 'read', cypher, params, maxRows, maxBytes, isTyped }, { signal, timeoutMs });
  }
}

/** Lets a text pass that is short and flat and says nothing but queries. Throws a ProblemError. */
function checkText(cypher: string): void {
  checkSize(cypher);
  checkReadOnly(cypher, tokenize(cypher));
}

function engineVersion(): string {
  const manifest = createRequire(import.meta.url).resolve('@grafeo-db/js/package.json');
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'));
  return version;
}
