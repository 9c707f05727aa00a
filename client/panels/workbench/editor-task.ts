import type { Vocabulary } from '../../../server/contract/vocabulary.ts';

/** What the editor asks of the language worker, and what that answers: plain data. Places are in UTF-16 units. */

export type EditorTask =
  | { kind: 'check'; text: string }
  | { kind: 'complete'; text: string; at: number; isAsked: boolean; parameters: readonly string[] }
  | { kind: 'sign'; text: string; at: number }
  | { kind: 'format'; text: string; at: number };

/** Something wrong or doubtful in a text, in the language support's own English. */
export interface Finding {
  from: number;
  to: number;
  severity: 'error' | 'warning';
  message: string;
}

/** A word that may stand at a place. */
export interface Proposal {
  label: string;
  kind: 'label' | 'property' | 'function' | 'variable' | 'keyword';
  /** What is put in, where it is not the label itself. */
  insert?: string;
  signature?: string;
  description?: string;
}

/** The call that a place is in. `present` is which of its arguments the place belongs to. */
export interface Signature {
  label: string;
  description: string;
  /** Each argument as it stands in the label. */
  arguments: readonly string[];
  present: number;
}

/** What a task came to, of the task's kind. */
export type EditorReply =
  | { kind: 'check'; findings: Finding[] }
  | { kind: 'complete'; proposals: Proposal[] }
  /** Null where the place is in no call that is known. */
  | { kind: 'sign'; signature: Signature | null }
  /** The text anew, and where the place has come to in it. */
  | { kind: 'format'; text: string; at: number };

/** What is sent to the worker: the words that a query may use, or a task. */
export type ToWorker = { words: Vocabulary } | { task: EditorTask };

/** What the worker sends: first that it is there, then one reply a task. */
export type FromWorker = { isReady: true } | { reply: EditorReply } | { failed: string };
