import { basename } from 'node:path';
import type { Place, SeedProblem } from './seed-error.ts';

/** A key of a map or an index of a list. */
export type Step = string | number;

/** A YAML file, read. */
export interface Source {
  file: string;
  /** Undefined where the file is not YAML. */
  value: unknown;
  problems: SeedProblem[];
  /** The line of what is at a path; of the nearest thing around it where nothing is there. */
  line(path: readonly PropertyKey[]): number;
}

/** What identifies an entry: its id, else the name, address or ends that it is known by. */
export function idOf(raw: unknown): string | undefined {
  if (!isMap(raw)) return undefined;
  const { id, from, type, to, name, at, total } = raw;
  if (typeof from === 'string' && typeof type === 'string' && typeof to === 'string') return `${from}.${type}.${to}`;
  return [id, total, at, name].find((value) => typeof value === 'string');
}

/** Where a path of a file is, for people: the entry of a list, else the key of the file, else the file itself is named. */
export function placeAt(source: Source, path: readonly PropertyKey[]): Place {
  const { file, value } = source;
  const [key] = path;
  const id = idOf(valueAt(value, path.slice(0, entryLength(path))));
  const around = typeof key === 'string' ? key : basename(file, '.yaml');
  return { file, line: source.line(path), id: id ?? around };
}

/** How much of a path leads to the entry of a list, or to what stands under a key of the file. */
export function entryLength(path: readonly PropertyKey[]): number {
  const index = path.findIndex((step) => typeof step === 'number');
  return index === -1 ? Math.min(path.length, 1) : index + 1;
}

/** What is at a path of a value, or undefined. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[step] : undefined), value);
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether a value is a map of keys to values. */
export function isMap(value: unknown): value is Record<PropertyKey, unknown> {
  return isRecord(value) && !Array.isArray(value);
}
