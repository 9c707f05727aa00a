import type { Json } from '../../../server/contract/json.ts';
import { jsonMistakeAt, lostNumberAt } from './json-mistake.ts';
import { readLines, writeLines } from '../list-lines.ts';
import type { Word } from '../locale.ts';

/** Values of parameters while they are typed: each a kind and a text, which may not be a value of that kind yet. */

export const parameterKinds = ['text', 'integer', 'number', 'boolean', 'list', 'node', 'json'] as const;
export type ParameterKind = (typeof parameterKinds)[number];

export interface ParameterDraft {
  kind: ParameterKind;
  text: string;
}

/** Why a draft is no value; `at` is the place in its text, where there is one. */
export interface DraftMistake {
  word: Word & `parameters.${string}`;
  at?: number;
}

type Read = { value: Json } | DraftMistake;

/** How the text of each kind is read. */
const readers: Record<ParameterKind, (text: string) => Read> = {
  text: (text) => ({ value: text }),
  integer(text) {
    if (!/^[+-]?\d+$/.test(text.trim())) return { word: 'parameters.notInteger' };
    const value = Number(text);
    return Number.isSafeInteger(value) ? { value } : { word: 'parameters.tooLarge' };
  },
  number(text) {
    const value = Number(text);
    return text.trim() !== '' && Number.isFinite(value) ? { value } : { word: 'parameters.notNumber' };
  },
  boolean: (text) =>
    text === 'true' || text === 'false' ? { value: text === 'true' } : { word: 'parameters.missing' },
  list(text) {
    const read = readLines(text);
    return 'items' in read ? { value: read.items } : { word: 'parameters.tooLarge', at: read.lostAt };
  },
  node: (text) => (text === '' ? { word: 'parameters.noNode' } : { value: text }),
  json(text) {
    const at = jsonMistakeAt(text);
    if (at !== null) return { word: text.trim() === '' ? 'parameters.missing' : 'parameters.notJson', at };
    const lostAt = lostNumberAt(text);
    if (lostAt !== null) return { word: 'parameters.tooLarge', at: lostAt };
    const value: Json = JSON.parse(text);
    return { value };
  },
};

/** The value of a draft, or why it has none. */
export const readDraft = ({ kind, text }: ParameterDraft): Read => readers[kind](text);

/** A value as a draft that reads as that value. */
export function draftOf(value: Json): ParameterDraft {
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value) };
  if (typeof value === 'number')
    return { kind: Number.isSafeInteger(value) ? 'integer' : 'number', text: String(value) };
  const lines = Array.isArray(value) ? writeLines(value) : null;
  return lines === null ? { kind: 'json', text: JSON.stringify(value, null, 2) } : { kind: 'list', text: lines };
}

/** A draft as one of another kind, which says the same where it can. */
export function convertDraft(draft: ParameterDraft, kind: ParameterKind): ParameterDraft {
  const read = readDraft(draft);
  if (!('value' in read) || draft.kind === 'text') return { kind, text: draft.text };
  if (kind === 'json') return { kind, text: JSON.stringify(read.value) };
  const made = draftOf(read.value);
  return { kind, text: made.kind === 'json' ? draft.text : made.text };
}

export interface DraftValues {
  values: Record<string, Json>;
  /** What stands in the way of running, by the parameter's name. */
  mistakes: Map<string, DraftMistake>;
}

/**
 * The values of the parameters that a text asks for. Drafts of others are left alone: the reader may have taken their
 * parameter out for a moment.
 */
export function valuesOf(names: readonly string[], drafts: ReadonlyMap<string, ParameterDraft>): DraftValues {
  const values: [string, Json][] = [];
  const mistakes = new Map<string, DraftMistake>();
  for (const name of names) {
    const draft = drafts.get(name);
    const read = draft ? readDraft(draft) : ({ word: 'parameters.missing' } as const);
    if ('value' in read) values.push([name, read.value]);
    else mistakes.set(name, read);
  }
  // Not by assignment: a parameter may be called __proto__.
  return { values: Object.fromEntries(values), mistakes };
}
