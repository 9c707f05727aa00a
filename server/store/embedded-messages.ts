import type { Answer } from '../contract/answer.ts';
import type { Node, PropertyValue, Relationship } from '../contract/graph.ts';
import type { Json } from '../contract/json.ts';
import type { QueryPlan } from '../contract/plan.ts';
import type { Position } from '../contract/problem.ts';
import type { Schema } from '../contract/vocabulary.ts';
import type { ProblemCode } from '../problem-error.ts';
import type { Key } from './key.ts';
import type { StreamPart } from './store.ts';

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

/** Begins to write to a file: a new one, or one that was written before. */
export interface BeginRequest {
  kind: 'begin';
  path: string;
}

/** Adds nodes with the same labels. */
export interface AddNodesRequest {
  kind: 'add-nodes';
  labels: string[];
  properties: Record<string, PropertyValue>[];
}

/** Adds relationships between nodes of the file, which the engine has numbered. */
export interface AddRelationshipsRequest {
  kind: 'add-relationships';
  relationships: { src: number; dst: number; type: string; properties: Record<string, PropertyValue> }[];
}

/** Puts the file into order and closes it. */
export interface FinishRequest {
  kind: 'finish';
  /** The key that the nodes get an index by; once, at the end. */
  key?: Key;
}

export type WritingRequest = BeginRequest | AddNodesRequest | AddRelationshipsRequest | FinishRequest;

export type Request =
  | ReadRequest
  | StreamRequest
  | PlanRequest
  | WritingRequest
  | { kind: 'schema' }
  | { kind: 'count' }
  | { kind: 'numbers'; of: 'nodes' | 'relationships' }
  | { kind: 'nodes'; numbers: number[] }
  | { kind: 'relationships'; numbers: number[] };

/** What each kind of request is answered with. */
export interface Replies {
  read: Answer;
  stream: null;
  plan: QueryPlan;
  schema: Schema;
  count: { nodes: number; relationships: number };
  /** The engine's numbers of all nodes, or of all relationships. */
  numbers: number[];
  nodes: Node[];
  relationships: Relationship[];
  begin: null;
  /** The engine's numbers of the nodes, in their order. */
  'add-nodes': number[];
  'add-relationships': null;
  finish: { nodes: number; relationships: number };
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
  | { kind: 'part'; part: StreamPart };
