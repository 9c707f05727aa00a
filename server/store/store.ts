import type { Answer, Notice } from '../contract/answer.ts';
import type { Node, Relationship } from '../contract/graph.ts';
import type { Engine } from '../contract/health.ts';
import type { Json } from '../contract/json.ts';
import type { QueryPlan } from '../contract/plan.ts';
import type { Schema, Vocabulary } from '../contract/vocabulary.ts';

/** Limits of one read. Every read has all of them; none is unbounded. */
export interface ReadOptions {
  /** Aborting it stops the query in the database too; the read then rejects with the code `cancelled`. */
  signal?: AbortSignal;
  /** Milliseconds after which the query is stopped, with the code `time-limit`. */
  timeoutMs: number;
  /** Rows after which reading stops; the answer then says `truncated`. */
  maxRows: number;
  /** Bytes of JSON after which reading stops; the answer then says `truncated`. */
  maxBytes: number;
}

export interface PlanOptions extends Pick<ReadOptions, 'signal' | 'timeoutMs'> {
  /** Whether to run the query and count what each step does; its rows are thrown away. */
  profile: boolean;
}

/** What an engine intends to do with a query, before it runs: what decides whether it may. */
export interface Plan {
  /** `r` reads only, `rw` and `w` write, `s` changes the schema. */
  queryType: 'r' | 'rw' | 'w' | 's';
  /** Names of the plan's operators, without duplicates. */
  operators: string[];
  /** Names of the procedures that it calls, without duplicates. */
  procedures: string[];
}

/** A row as it travels, and the nodes and relationships that it refers to, each once. */
export interface RowParts {
  row: Json[];
  nodes: Node[];
  relationships: Relationship[];
}

/** What a stream gives, in this order: its columns, its rows in portions, and what is to be said of all of them. */
export type StreamPart =
  | { kind: 'columns'; columns: string[] }
  | { kind: 'rows'; rows: RowParts[] }
  | { kind: 'end'; rows: number; truncated: boolean; ms: number; notices: Notice[] };

export type Callables = Pick<Vocabulary, 'functions' | 'procedures'>;

/**
 * Nodes or relationships that can be gone through again and again. They may be made one by one each time, so that a large
 * data set is never in memory as a whole.
 */
export interface Records<Item> extends Iterable<Item> {
  readonly length: number;
  /** The same without their properties, where that takes less time. */
  bare?(): Iterable<Omit<Item, 'properties'>>;
}

/**
 * A whole data set, ready to be written: what the store holds of this data set afterwards is exactly this. Ids are
 * unique among nodes and among relationships.
 */
export interface Batch {
  dataSet: string;
  /** The label that every node gets, and the property of nodes and relationships that identifies them. */
  key: { label: string; property: string };
  /** The property that search looks into with CONTAINS; the store indexes it. */
  searchProperty: string;
  nodes: Records<Node>;
  relationships: Records<Relationship>;
}

export interface WriteOptions {
  signal?: AbortSignal;
  /**
   * Called after each chunk with how many nodes and relationships of the batch are as they should be, or will be with the
   * transaction that is under way.
   */
  onProgress?: (done: number) => void;
}

/** How many nodes, or relationships, of a data set differ from what the store held of it. */
export interface Tally {
  added: number;
  changed: number;
  /** Of an earlier version of the data set, and gone now. */
  removed: number;
  unchanged: number;
}

/** What a write did. */
export interface Written {
  nodes: Tally;
  relationships: Tally;
}

export interface CompareOptions {
  signal?: AbortSignal;
  /** How many of each kind of difference are given; all are counted. */
  most: number;
}

/** What differs between a batch and what a store holds of its data set. */
export interface Comparison {
  nodes: Differences<Node>;
  relationships: Differences<Relationship>;
}

/** The first differences of each kind. */
export interface Differences<Item> {
  tally: Tally;
  added: Item[];
  changed: { before: Item; after: Item }[];
  removed: Item[];
}

/** The port to a graph database. One contract suite runs on every adapter. */
export interface Store {
  readonly engine: Engine;

  /** How many queries it can well be given at a time: of the catalogue, and apart from them of those somebody typed. */
  readonly room: { named: number; typed: number };

  /**
   * Runs a query of the catalogue. Its text is trusted and in the common subset of Cypher; values travel in
   * `params` only. Rejects with a ProblemError.
   */
  read(cypher: string, params: Record<string, Json>, options: ReadOptions): Promise<Answer>;

  /**
   * Runs a text that somebody typed: length, depth and plan are checked first and anything but a plain read is
   * refused; it runs apart from the catalogue's queries, so that it cannot starve them. Rejects with a ProblemError.
   */
  readUntrusted(cypher: string, params: Record<string, Json>, options: ReadOptions): Promise<Answer>;

  /**
   * Runs a text that somebody typed and gives its rows as they come, in portions; the engine waits until they are read,
   * and stops when reading stops. The time is that of all, with what the reader takes; more bytes than there may be are
   * the problem `byte-limit`. Throws a ProblemError.
   */
  stream(cypher: string, params: Record<string, Json>, options: ReadOptions): AsyncGenerator<StreamPart>;

  /**
   * How the engine works out a text that somebody typed, step by step; the text is checked as by `readUntrusted`.
   * Rejects with a ProblemError.
   */
  plan(cypher: string, params: Record<string, Json>, options: PlanOptions): Promise<QueryPlan>;

  /** Labels, types and properties that occur, with counts. Rejects with a ProblemError. */
  schema(options: { signal?: AbortSignal }): Promise<Schema>;

  /** Functions and procedures that a typed query may call, by name. Rejects with a ProblemError. */
  callables(options: { signal?: AbortSignal }): Promise<Callables>;

  /** The numbers of nodes and relationships. Rejects with a ProblemError when the database is out of reach. */
  count(options: { signal?: AbortSignal }): Promise<{ nodes: number; relationships: number }>;

  /**
   * Writes what differs between a data set and what the store holds of it in one transaction, or all of it anew, where
   * anything differs, by an equivalent swap, so that a write that fails leaves the store as it was; of more differences than
   * the store can take at once, the next write goes on where this one failed. Writing the same batch twice changes nothing.
   * Nodes and relationships of the same data set that are not in the batch are removed; those of others are never touched.
   * Rejects with a ProblemError.
   */
  write(batch: Batch, options?: WriteOptions): Promise<Written>;

  /** What a write of the batch would do. Rejects with a ProblemError, `database-empty` where there is no database. */
  compare(batch: Batch, options: CompareOptions): Promise<Comparison>;

  /** Ends connections and child processes. */
  close(): Promise<void>;
}
