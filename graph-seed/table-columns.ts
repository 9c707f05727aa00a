import type { z } from 'zod';
import { SeedNode, SeedRelationship } from './format.ts';

/** Columns of a table beside its schema's own keys: of these, a nested value takes several. */
const nested: Record<string, readonly string[]> = {
  evidence: ['evidence', 'quote'],
  derivedFrom: ['derivedFrom', 'derivedFromEn'],
};

/** Properties that are lists: their cells have | between the items. */
const lists = new Set(['labels', 'aliases', 'premises']);
const numbers = new Set(['prominence']);

/** Pieces of evidence that a row has room for: `evidence` and `quote`, `evidence2` and `quote2`, and so on. */
const mostEvidence = 9;

/** An entry before it is held against its schema. */
export interface Raw {
  evidence?: ({ at?: string; quote?: string } | undefined)[];
  derivedFrom?: { zh?: string; en?: string };
  [key: string]: unknown;
}

/** Puts a cell that is not empty where it belongs in an entry. */
export type Put = (raw: Raw, cell: string) => void;

export type TableName = 'nodes' | 'relationships';

/** What the columns of a table are. */
export interface Columns {
  /** What each does, by its name. */
  puts: ReadonlyMap<string, Put>;
  required: readonly string[];
}

export const nodeColumns: Columns = columnsOf(SeedNode.shape);
export const relationshipColumns: Columns = columnsOf(SeedRelationship.shape);

/** The entry of a row, as a YAML file would have it with all that it leaves to be understood. */
export function rowEntry(puts: readonly (Put | undefined)[], cells: readonly string[]): Raw {
  const raw: Raw = {};
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? '';
    if (cell !== '') puts[index]?.(raw, cell);
  }
  raw['basis'] ??= 'stated';
  // Between two pieces of evidence one may be missing.
  if (raw.evidence?.includes(undefined)) raw.evidence = raw.evidence.filter(Boolean);
  return raw;
}

function columnsOf(shape: Record<string, z.ZodType>): Columns {
  const puts = new Map<string, Put>();
  const required: string[] = [];
  for (const [key, schema] of Object.entries(shape)) {
    if (!schema.safeParse(undefined).success) required.push(...(nested[key] ?? [key]));
    if (key !== 'evidence' && key !== 'derivedFrom') puts.set(key, putterOf(key));
  }
  puts.set('derivedFrom', (raw, cell) => void (raw.derivedFrom = { ...raw.derivedFrom, zh: cell }));
  puts.set('derivedFromEn', (raw, cell) => void (raw.derivedFrom = { ...raw.derivedFrom, en: cell }));
  for (let number = 1; number <= mostEvidence; number += 1) {
    const suffix = number === 1 ? '' : String(number);
    puts.set(`evidence${suffix}`, (raw, cell) => putEvidence(raw, number - 1, 'at', cell));
    puts.set(`quote${suffix}`, (raw, cell) => putEvidence(raw, number - 1, 'quote', cell));
  }
  return { puts, required };
}

function putterOf(key: string): Put {
  if (lists.has(key)) return (raw, cell) => void (raw[key] = itemsOf(cell));
  // What is no number stays a text, and the schema says so.
  if (numbers.has(key)) return (raw, cell) => void (raw[key] = /^\d+$/.test(cell) ? Number(cell) : cell);
  return (raw, cell) => void (raw[key] = cell);
}

function itemsOf(cell: string): string[] {
  return cell
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function putEvidence(raw: Raw, index: number, inner: 'at' | 'quote', cell: string): void {
  raw.evidence ??= [];
  const one = (raw.evidence[index] ??= {});
  one[inner] = cell;
}
