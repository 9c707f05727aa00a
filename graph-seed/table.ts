import { z } from 'zod';
import { IdHashes } from '../server/store/id-hashes.ts';
import { soundPart } from './entries.ts';
import type { Entry, Keys, Part } from './entries.ts';
import { SeedNode, SeedRelationship } from './format.ts';
import type { PackedRows } from './packed-rows.ts';
import { readTable } from './read-table.ts';
import { schemaProblems } from './schema-problems.ts';
import { problemAt } from './seed-error.ts';
import type { SeedProblem } from './seed-error.ts';
import { idOf } from './source.ts';
import { nodeColumns, relationshipColumns, rowEntry } from './table-columns.ts';
import type { Columns, Put, Raw, TableName } from './table-columns.ts';

/** A table of a data set, each row of which has been held against the schema. */
export interface Table<T> {
  /** All that it says, made one by one as it is asked for, where nothing is wrong with it. */
  values: Iterable<T>;
  part: Part<Partial<T>>;
  problems: SeedProblem[];
}

interface Kind<T> {
  name: TableName;
  columns: Columns;
  schema: z.ZodType<T>;
  /** With nothing required, so that a row keeps what is right of it. */
  partial: z.ZodType<Partial<T>>;
}

const nodeKind: Kind<SeedNode> = {
  name: 'nodes',
  columns: nodeColumns,
  schema: SeedNode,
  partial: SeedNode.partial(),
};

const relationshipKind: Kind<SeedRelationship> = {
  name: 'relationships',
  columns: relationshipColumns,
  schema: SeedRelationship,
  partial: SeedRelationship.partial(),
};

/** The nodes of a folder's table; undefined where there is none. */
export function readNodeTable(folder: string): Promise<Table<SeedNode> | undefined> {
  return readKind(folder, nodeKind);
}

/** The relationships of a folder's table; undefined where there is none. */
export function readRelationshipTable(folder: string): Promise<Table<SeedRelationship> | undefined> {
  return readKind(folder, relationshipKind);
}

/** What is right of a row with mistakes. */
type Mistaken<T> = ReturnType<typeof soundPart<Partial<T>>>;

/**
 * Tells whether a row is right, by its line. Each row has been held against the schema when the table was read, which need not
 * be done each time. This holds on to the rows with mistakes alone, for it is kept as long as the rows are.
 */
function wholeRows<T>(mistaken: ReadonlyMap<number, Mistaken<T>>): (raw: unknown, line: number) => raw is T {
  return (raw, line): raw is T => raw !== undefined && !mistaken.has(line);
}

async function readKind<T>(folder: string, { name, columns, schema, partial }: Kind<T>): Promise<Table<T> | undefined> {
  const ids = new IdHashes();
  const rowKeys = new Set<string>();
  /** What is right of rows with mistakes, by their lines. */
  const wrong = new Map<number, Mistaken<T>>();
  const isWhole = wholeRows(wrong);
  let puts: (Put | undefined)[] = [];
  const table = await readTable(folder, name, columns, {
    onRow({ cells, line }, { file, header }) {
      if (puts.length === 0) puts = header.map((column) => columns.puts.get(column));
      const raw = rowEntry(puts, cells);
      for (const key of Object.keys(raw)) rowKeys.add(key);
      const id = idOf(raw);
      if (id !== undefined) ids.add(id);
      const { error } = schema.safeParse(raw);
      if (!error) return [];
      wrong.set(line, soundPart(partial, raw));
      return rowProblems({ file, line }, raw, schema, error);
    },
  });
  if (!table) return undefined;
  const { file, rows, problems, complete } = table;
  return {
    values: soundValues(rows, puts, isWhole),
    part: {
      entries: [],
      rows: repeatable(entries),
      rowKeys,
      keys: tableKeys(ids, repeatable(idsOfRows)),
      repeated: repeatedOf(ids, idsOfRows()),
      complete,
    },
    problems,
  };

  function* idsOfRows(): Generator<string> {
    for (const { cells } of rows) {
      const id = idOf(rowEntry(puts, cells));
      if (id !== undefined) yield id;
    }
  }

  function* entries(): Generator<Entry<Partial<T>>> {
    for (const { cells, line } of rows) {
      const raw: unknown = rowEntry(puts, cells);
      const id = idOf(raw);
      const mistaken = wrong.get(line);
      const value = isWhole(raw, line) ? raw : mistaken?.value;
      const isWrong = (property: string) => mistaken?.wrong.has(property) ?? false;
      const place = { file, line, id: id ?? name };
      if (value) yield { value, id, isWrong, problem: (flaw) => problemAt(place, flaw) };
    }
  }
}

/** Of a million ids, a set is made only where one is asked for that may be among them. */
function tableKeys(hashes: IdHashes, ids: Iterable<string>): Keys {
  let all: ReadonlySet<string> | undefined;
  return {
    has: (id) => hashes.mayHave(id) && (all ??= new Set(ids)).has(id),
    [Symbol.iterator]: () => ids[Symbol.iterator](),
  };
}

/** Those of the ids that are there more than once. */
function repeatedOf(hashes: IdHashes, ids: Iterable<string>): ReadonlySet<string> {
  const repeated = new Set<string>();
  if (!hashes.mayHaveRepeats) return repeated;
  const met = new Set<string>();
  for (const id of ids) {
    if (!hashes.mayRepeat(id)) continue;
    if (met.has(id)) repeated.add(id);
    met.add(id);
  }
  return repeated;
}

/** The problems of a row, as those of the only entry of a YAML file. */
function rowProblems(
  { file, line }: { file: string; line: number },
  raw: Raw,
  schema: z.ZodType,
  error: z.ZodError,
): SeedProblem[] {
  const issues = error.issues.map((issue) => ({ ...issue, path: [0, ...issue.path] }));
  const source = { file, value: [raw], problems: [], line: () => line };
  return schemaProblems(source, z.array(schema), new z.ZodError(issues));
}

/** What is right in itself, anew each time it is gone through. */
function soundValues<T>(
  rows: PackedRows,
  puts: readonly (Put | undefined)[],
  isWhole: (raw: unknown, line: number) => raw is T,
): Iterable<T> {
  return repeatable(function* values() {
    for (const { cells, line } of rows) {
      const raw: unknown = rowEntry(puts, cells);
      if (isWhole(raw, line)) yield raw;
    }
  });
}

function repeatable<Item>(items: () => Iterator<Item>): Iterable<Item> {
  return { [Symbol.iterator]: items };
}
