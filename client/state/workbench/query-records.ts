import type { Json } from '../../../server/contract/json.ts';
import type { PastRun } from './query-history.ts';
import type { SavedQuery } from './saved-queries.ts';

/** Runs and saved queries as they are read back: from the browser's storage, or from a file that somebody sent. */

/** Characters of a query or of its values that are taken from outside. */
const longestText = 100_000;

const modes = new Set<unknown>(['run', 'explain', 'profile']);
const outcomes = new Set<unknown>(['ok', 'failed', 'stopped']);

export function isPastRun(value: unknown): value is PastRun {
  if (!isRecord(value)) return false;
  const { id, mode, at, ms, outcome, rows, code } = value;
  return (
    isText(id) &&
    isQuery(value) &&
    modes.has(mode) &&
    isCount(at) &&
    isCount(ms) &&
    outcomes.has(outcome) &&
    (rows === null || isCount(rows)) &&
    (code === null || isText(code))
  );
}

export function isSavedQuery(value: unknown): value is SavedQuery {
  return isRecord(value) && isText(value['id']) && isText(value['name']) && isCount(value['at']) && isQuery(value);
}

function isQuery({ cypher, params }: Record<string, unknown>): boolean {
  return isText(cypher) && isRecord(params) && JSON.stringify(params).length <= longestText;
}

/** The values of a query's parameters: what JSON has read is made of JSON values. */
export function isParams(value: unknown): value is Record<string, Json> {
  return isRecord(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length <= longestText;
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0;
