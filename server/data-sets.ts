import type { DataSetInfo } from './contract/data-set-info.ts';
import type { Ontology } from './contract/data-set/ontology.ts';
import type { Scene } from './contract/data-set/scene.ts';
import { type Count, countOf, type Counts } from './counts.ts';
import type { DocumentText } from './document-text.ts';
import { ProblemError } from './problem-error.ts';
import { didYouMean } from './store/did-you-mean.ts';
import type { Store } from './store/store.ts';

/** A data set that is open: its graph, and what is known of it. */
export interface OpenDataSet {
  store: Store;
  ontology: Ontology;
  scenes: readonly Scene[];
  /** The running text of its document, where it is at hand. */
  documentText?: DocumentText | undefined;
  /** Counts its own nodes and relationships, where its database holds others, too. */
  count?: Count;
}

/** A data set that can be opened when somebody asks for it. */
export interface DataSetSource {
  name: string;
  /** What it is called, without opening it. Rejects where its files cannot be read. */
  about(): Promise<Pick<DataSetInfo, 'title' | 'description'>>;
  /** Opens it, and loads it before where that has to be done. Rejects with a ProblemError. */
  open(signal: AbortSignal): Promise<OpenDataSet>;
  /** The command that loads it into a database that has to be loaded by hand. */
  toLoad?: string;
}

/** What a data set is used for until `end` is called, which may be called again; it is not closed meanwhile. */
export interface Use {
  dataSet: OpenDataSet;
  end: () => void;
}

export interface DataSetsOptions {
  /** How many may be open at a time, the first one included. */
  mostOpen?: number;
  /** Milliseconds that a caller waits for a data set to be opened until told to come back. */
  patienceMs?: number;
  /** Milliseconds for which a data set that could not be opened is not tried again. */
  failureMs?: number;
  /** What the database holds of each data set by name, where it is one database for all; undefined where nobody can tell. */
  held?: (signal?: AbortSignal) => Promise<ReadonlyMap<string, Counts> | undefined>;
}

/** A data set that was open and is not now. */
interface Resting {
  engine: Store['engine'];
  /** What it has, as far as that can be told without opening it. Rejects with a ProblemError where its database is away. */
  count: Count;
}

interface Entry {
  source: DataSetSource;
  open?: OpenDataSet | undefined;
  opening?: Promise<OpenDataSet> | undefined;
  failure?: { problem: ProblemError; until: number } | undefined;
  /** What was found when it was last opened; of one that can no longer be opened, nothing is known. */
  seen?: { engine: Store['engine']; counts: Counts | undefined };
  users: number;
  lastUse: number;
}

/**
 * The data sets of a server. The first is open from the beginning to the end; the others are opened when they are asked for,
 * and when too many are, the one is closed that nobody uses and that was used least lately.
 */
export class DataSets {
  readonly first: OpenDataSet;
  readonly #entries: Map<string, Entry>;
  readonly #options: Required<Omit<DataSetsOptions, 'held'>> & Pick<DataSetsOptions, 'held'>;
  readonly #stopping = new AbortController();
  /** Stores that are being closed. */
  readonly #leaving = new Set<Promise<void>>();
  #uses = 0;

  constructor(first: OpenDataSet, others: readonly DataSetSource[] = [], options: DataSetsOptions = {}) {
    this.first = first;
    this.#entries = new Map(others.map((source) => [source.name, { source, users: 0, lastUse: 0 }]));
    this.#options = { mostOpen: 3, patienceMs: 1_500, failureMs: 15_000, ...options };
  }

  /** The names of all of them, the first one first. */
  get names(): string[] {
    return [this.first.ontology.dataSet, ...this.#entries.keys()];
  }

  /**
   * Has a data set open for the caller. Rejects with a ProblemError: `unknown-data-set`, `data-set-loading` where that takes
   * its time, `too-many-data-sets` where all that are open are in use, `database-unavailable` once all are being closed, or
   * what opening it says.
   * @param isGlance for a look that is not to keep it open longer than others
   */
  async use(name: string, isGlance = false): Promise<Use> {
    if (name === this.first.ontology.dataSet) return { dataSet: this.first, end: () => undefined };
    const entry = this.#entry(name);
    if (this.#stopping.signal.aborted) throw closing();
    entry.users += 1;
    if (!isGlance) entry.lastUse = ++this.#uses;
    let hasEnded = false;
    const end = () => {
      if (!hasEnded) entry.users -= 1;
      hasEnded = true;
    };
    try {
      return { dataSet: entry.open ?? (await this.#opened(entry)), end };
    } catch (error) {
      end();
      throw error;
    }
  }

  /** What is known of a data set that was open and is not now; undefined for all others. Throws a ProblemError for no data set. */
  resting(name: string): Resting | undefined {
    if (name === this.first.ontology.dataSet) return undefined;
    const { open, opening, seen } = this.#entry(name);
    if (open || opening || !seen) return undefined;
    const { held } = this.#options;
    if (!held) return { engine: seen.engine, count: () => Promise.resolve(seen.counts) };
    // One database for all is there even so, or away.
    const count: Count = async ({ signal }) => {
      const all = await held(signal);
      return all && (all.get(name) ?? { nodes: 0, relationships: 0 });
    };
    return { engine: seen.engine, count };
  }

  /** All of them, with what is known without opening any. */
  async list(signal?: AbortSignal): Promise<DataSetInfo[]> {
    const held = await this.#options.held?.(signal).catch(() => undefined);
    const { dataSet, title, subtitle } = this.first.ontology;
    // Where its database is away, the others may yet be there.
    const counts = await countOf(this.first, signal).catch(() => undefined);
    const first: DataSetInfo = { name: dataSet, title, description: subtitle, isFirst: true, ...counts };
    return [first, ...(await Promise.all([...this.#entries.values()].map((entry) => infoOf(entry, held))))];
  }

  /** Closes all that are open, and stops opening others. */
  async close(): Promise<void> {
    this.#stopping.abort();
    const entries = [...this.#entries.values()];
    await Promise.allSettled(entries.flatMap(({ opening }) => opening ?? []));
    const open = entries.flatMap(({ open: opened }) => (opened ? [opened.store.close()] : []));
    await Promise.all([this.first.store.close(), ...open, ...this.#leaving]);
  }

  #entry(name: string): Entry {
    const entry = this.#entries.get(name);
    if (entry) return entry;
    const suggestions = didYouMean(name, this.names);
    throw new ProblemError('unknown-data-set', `there is no data set named ${name}`, {
      values: { name },
      ...(suggestions.length > 0 && { suggestions }),
    });
  }

  /** Opens a data set once for all who wait for it; who has waited long enough is told to come back. */
  async #opened(entry: Entry): Promise<OpenDataSet> {
    if (entry.failure && performance.now() < entry.failure.until) throw entry.failure.problem;
    const opening = (entry.opening ??= this.#open(entry));
    let patience: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      patience = setTimeout(() => reject(loading(entry.source.name)), this.#options.patienceMs);
    });
    try {
      return await Promise.race([opening, late]);
    } finally {
      clearTimeout(patience);
    }
  }

  async #open(entry: Entry): Promise<OpenDataSet> {
    const { signal } = this.#stopping;
    try {
      await this.#makeRoom(entry);
      const open = await entry.source.open(signal);
      try {
        // What opens it may not have noticed.
        if (signal.aborted) throw closing();
        entry.seen = { engine: open.store.engine, counts: await countOf(open, signal) };
      } catch (error) {
        await open.store.close();
        throw error;
      }
      entry.open = open;
      return open;
    } catch (error) {
      const problem = error instanceof ProblemError ? error : unforeseen(error);
      const isLasting = problem.code !== 'too-many-data-sets';
      if (isLasting) {
        entry.failure = { problem, until: performance.now() + this.#options.failureMs };
        delete entry.seen;
      }
      throw problem;
    } finally {
      entry.opening = undefined;
    }
  }

  /** Closes one that nobody uses, where as many are open as may be. */
  async #makeRoom(wanted: Entry): Promise<void> {
    const isTaken = ({ open, opening }: Entry) => open !== undefined || opening !== undefined;
    const others = [...this.#entries.values()].filter((entry) => entry !== wanted && isTaken(entry));
    // The first one is open beside them.
    if (others.length + 2 <= this.#options.mostOpen) return;
    const idle = others.filter(({ open, users }) => open && users === 0);
    const [oldest] = idle.toSorted((left, right) => left.lastUse - right.lastUse);
    if (!oldest?.open) throw tooMany(this.#options.mostOpen);
    const leaving = oldest.open.store.close();
    oldest.open = undefined;
    this.#leaving.add(leaving);
    await leaving.finally(() => this.#leaving.delete(leaving));
  }
}

async function infoOf({ source, seen }: Entry, held?: ReadonlyMap<string, Counts>): Promise<DataSetInfo> {
  const { name, toLoad } = source;
  // What cannot be read says why once somebody opens it.
  const about = await source.about().catch(() => ({ title: { zh: name, en: name } }));
  const counts = held ? held.get(name) : seen?.counts;
  const isMissing = held !== undefined && counts === undefined;
  return { name, ...about, isFirst: false, ...counts, ...(isMissing && toLoad !== undefined && { toLoad }) };
}

function loading(name: string): ProblemError {
  return new ProblemError('data-set-loading', `the data set ${name} is being opened`, {
    values: { name },
    retryAfterSeconds: 1,
  });
}

function closing(): ProblemError {
  return new ProblemError('database-unavailable', 'the server is being stopped');
}

function tooMany(most: number): ProblemError {
  return new ProblemError('too-many-data-sets', `${most} data sets are open and in use; no more may be`, {
    values: { most: String(most) },
    retryAfterSeconds: 5,
  });
}

function unforeseen(cause: unknown): ProblemError {
  return new ProblemError('internal', cause instanceof Error ? cause.message : String(cause), { cause });
}
