import { signal } from '@preact/signals-core';
import type { ReadonlySignal } from '@preact/signals-core';
import type { Position } from '../../../server/contract/problem.ts';

/** What the editor lets its surroundings do. */
export interface EditorControls {
  /** Whether what knows the language is on its way, there, or lost: completion and checking are then not to be had. */
  language: ReadonlySignal<'starting' | 'ready' | 'lost'>;
  restartLanguage(): void;
  focus(): void;
  /** Lays the text out by the style guide of Cypher. */
  format(): Promise<void>;
  /** Puts the caret at a place of the text, brings it into sight, and takes the focus. */
  show(position: Position): void;
  /** Puts a name in the place of the one that stands there. */
  replace(position: Position, name: string): void;
}

/** The editor that is on the page; null while its script is on its way. */
export const editorControls = signal<EditorControls | null>(null);

/** Something wrong or doubtful in the active tab's text. */
export interface Finding {
  /** Where it begins and ends, in UTF-16 units. */
  from: number;
  to: number;
  severity: 'error' | 'warning';
  /** The sentence in the reader's language, whichever that is by then. */
  sentence: () => string;
  /** The message of the language support or the engine, in its own language. */
  message: string;
  /** What may have been meant, as it is to be written. */
  suggestions: readonly string[];
  /** Whether a run brought it up, rather than a look at the text. */
  isOfRun: boolean;
}

/** What is wrong in the active tab's text, in the order of the text. */
export const findings = signal<readonly Finding[]>([]);

/** Bytes of a query that the server takes; a longer one is not checked, for it cannot be run. */
export const longestQuery = 8_192;

/** Characters that a tab may have. */
export const longestText = 100_000;

/** The line and the column of an offset, both from 1. */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, offset };
}

/** The offset of a position in a text that may have changed since. */
export function offsetOf(text: string, { line, column, offset }: Position): number {
  if (offset <= text.length && positionOf(text, offset).line === line) return offset;
  const start =
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  return Math.min(text.length, start + column - 1);
}

/** Where the name, word or sign at an offset ends. */
export function endOfPiece(text: string, offset: number): number {
  const piece = /^(?:`(?:[^`]|``)*`?|'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?|\$?[\p{L}\p{N}\p{M}\p{Pc}]+|\S)/u.exec(
    text.slice(offset),
  );
  return offset + (piece?.[0].length ?? 0);
}
