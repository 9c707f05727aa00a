import type { z } from 'zod';
import { idOf, isMap, placeAt, valueAt } from './source.ts';
import type { Source, Step } from './source.ts';
import { problemAt } from './seed-error.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';

/** A part of a file with its place. What is wrong in itself is left out of `value`, so that the rest can be checked. */
export interface Entry<T> {
  value: T;
  id: string | undefined;
  /** Whether a property is wrong in itself: then it is left out, and may not be called missing too. */
  isWrong: (property: string) => boolean;
  /** A problem at this entry, or at a path inside it. */
  problem: (flaw: Flaw, ...path: Step[]) => SeedProblem;
}

/** Ids or names, of which a large table has many. */
export interface Keys extends Iterable<string> {
  has(key: string): boolean;
}

/** A list of a file. */
export interface Part<T> {
  entries: Entry<T>[];
  /** The entries of a table beside them, which are made one by one as they are asked for. */
  rows?: Iterable<Entry<T>>;
  /** The keys that their values have, all together. */
  rowKeys?: ReadonlySet<string>;
  /** The ids or names of all entries, also of those with a mistake, which are not to be called unknown too. */
  keys: Keys;
  /** Those of the keys that more than one entry has. */
  repeated: ReadonlySet<string>;
  /** False where the list could not be read at all: then nothing may be called unknown for not being in it. */
  complete: boolean;
}

/**
 * The entries of the list at a path of a file.
 * @param schema with nothing required, so that an entry keeps what is right of it
 */
export function listPart<T>(source: Source | undefined, path: Step[], schema: z.ZodType<T>): Part<T> {
  const list = source && valueAt(source.value, path);
  if (!source || !Array.isArray(list)) return nothing;
  return partOf(list.map((raw: unknown, index) => entryAt(source, [...path, index], schema, raw)));
}

/** The one map at a path of a file, as a part with one entry. */
export function onePart<T>(source: Source | undefined, path: Step[], schema: z.ZodType<T>): Part<T> {
  const raw = source && valueAt(source.value, path);
  if (!source || !isMap(raw)) return nothing;
  return partOf([entryAt(source, path, schema, raw)]);
}

/**
 * The keys of the map that is a whole file, each as an entry.
 * @param schema of a key: one that is wrong in itself is left out
 */
export function keyPart(source: Source | undefined, schema: z.ZodType): Part<unknown> {
  if (!source || !isMap(source.value)) return nothing;
  return partOf(
    Object.entries(source.value)
      .filter(([key]) => schema.safeParse(key).success)
      .map(([key, value]) => ({ value, id: key, isWrong: () => false, problem: problemsAt(source, [key]) })),
  );
}

/** All entries of a list, those of a table too. */
export function* everyEntry<T>({ entries, rows = [] }: Part<T>): Generator<Entry<T>> {
  yield* entries;
  yield* rows;
}

/** Two lists as one. Where one could not be read, nothing may be called unknown. */
export function joined<T>(list: Part<T>, table: Part<T> | undefined): Part<T> {
  if (!table) return list;
  const both = [...list.keys].filter((key) => table.keys.has(key));
  return {
    entries: list.entries,
    ...(table.rows && { rows: table.rows }),
    ...(table.rowKeys && { rowKeys: table.rowKeys }),
    keys: {
      has: (key) => list.keys.has(key) || table.keys.has(key),
      *[Symbol.iterator]() {
        yield* list.keys;
        yield* table.keys;
      },
    },
    repeated: new Set([...list.repeated, ...table.repeated, ...both]),
    complete: list.complete && table.complete,
  };
}

const none: ReadonlySet<string> = new Set();
const nothing = { entries: [], keys: none, repeated: none, complete: false };

function partOf<T>(entries: Entry<T>[]): Part<T> {
  const keys = new Set<string>();
  const repeated = new Set<string>();
  for (const { id } of entries) {
    if (id === undefined) continue;
    if (keys.has(id)) repeated.add(id);
    keys.add(id);
  }
  return { entries, keys, repeated, complete: true };
}

function entryAt<T>(source: Source, path: Step[], schema: z.ZodType<T>, raw: unknown): Entry<T> {
  const { value, wrong } = soundPart(schema, raw);
  return { value, id: idOf(raw), isWrong: (property) => wrong.has(property), problem: problemsAt(source, path) };
}

function problemsAt(source: Source, path: Step[]): Entry<unknown>['problem'] {
  return (flaw, ...inner) => problemAt(placeAt(source, [...path, ...inner]), flaw);
}

const nothingWrong: ReadonlySet<PropertyKey> = new Set();

/** The properties of an entry that are right in themselves, and the names of those that are not. */
export function soundPart<T>(schema: z.ZodType<T>, raw: unknown): { value: T; wrong: ReadonlySet<PropertyKey> } {
  const whole = schema.safeParse(raw);
  if (whole.success) return { value: whole.data, wrong: nothingWrong };
  const wrong = new Set(
    whole.error.issues.flatMap((issue): PropertyKey[] =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : issue.path.slice(0, 1),
    ),
  );
  const properties = isMap(raw) ? Object.entries(raw) : [];
  return { value: schema.parse(Object.fromEntries(properties.filter(([name]) => !wrong.has(name)))), wrong };
}
