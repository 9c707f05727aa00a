import type { Answer, Json, Position, QueryPlan, Schema } from '../contract.ts';
import type { ProblemCode } from '../problem-error.ts';
import type { Key } from './key.ts';
import type { Batch, StreamPart, Written } from './store.ts';

/** What travels between the adapter and its child processes, as JSON. */

/** A child's first message: what it should open, if anything. */
export interface Opening {
  path: string | undefined;
  key: Key;
}

export interface ReadRequest {
  kind: 'read';
  cypher: string;
  params: Record<string, Json>;
  maxRows: number;
  maxBytes: number;
  /** A typed query: its plan is looked at before it runs. */
  isTyped: boolean;
}

export interface PlanRequest {
  kind: 'plan';
  cypher: string;
  params: Record<string, Json>;
  profile: boolean;
}

export interface StreamRequest extends Omit<ReadRequest, 'kind' | 'isTyped'> {
  kind: 'stream';
}

export interface WriteRequest {
  kind: 'write';
  batch: Batch;
  /** The file to make. */
  path: string;
  /** The file that it will replace. */
  oldPath: string;
}

export type Request = ReadRequest | StreamRequest | WriteRequest | PlanRequest | { kind: 'schema' } | { kind: 'count' };

/** What each kind of request is answered with. */
export interface Replies {
  read: Answer;
  stream: null;
  write: Written;
  plan: QueryPlan;
  schema: Schema;
  count: { nodes: number; relationships: number };
}

/** What a child is told in the middle of a stream: its last part has been read. */
export interface GoOn {
  kind: 'go-on';
}

/** A problem as it crosses the pipe. */
export interface ProblemParts {
  code: ProblemCode;
  detail: string;
  values?: Record<string, string>;
  position?: Position;
}

export type Message =
  | { kind: 'ready' }
  | { kind: 'answer'; answer: unknown }
  | { kind: 'problem'; problem: ProblemParts }
  | { kind: 'memory'; bytes: number }
  | { kind: 'progress'; written: number }
  | { kind: 'part'; part: StreamPart };
