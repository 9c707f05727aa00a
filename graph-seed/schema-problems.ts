import type { z } from 'zod';
import { idOf, valueAt } from './entries.ts';
import type { Source } from './parse-yaml.ts';
import type { SeedProblem } from './seed-error.ts';

/** The problems that a schema finds in a file, each at its line and with the id of the entry that it is in. */
export function schemaProblems(source: Source, error: z.ZodError): SeedProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => problemAt(source, [...issue.path, key], `the key ${key} is unknown`));
    }
    return [problemAt(source, issue.path, wording(source, issue.path, issue.message))];
  });
}

function problemAt(source: Source, path: PropertyKey[], message: string): SeedProblem {
  const id = entryId(source.value, path);
  return { file: source.file, line: source.line(path), ...(id !== undefined && { id }), message };
}

function wording(source: Source, path: PropertyKey[], message: string): string {
  const inside = nameOf(path.slice(entryLength(path)));
  const name = inside || nameOf(path);
  const value = valueAt(source.value, path);
  if (value === undefined && path.length > 0) return `${name} is missing`;
  const reason = lowerFirst(message.replace('Invalid input: ', ''));
  const what = typeof value === 'object' ? '' : `, not ${shorten(JSON.stringify(value))}`;
  return name ? `${name}: ${reason}${what}` : `${reason}${what}`;
}

/** The id of the entry around a path: the entry of a list, else the value of a key, else that key. */
function entryId(value: unknown, path: PropertyKey[]): string | undefined {
  const length = entryLength(path);
  const id = idOf(valueAt(value, path.slice(0, length)));
  const [key] = path;
  return id ?? (typeof key === 'string' && path.length > 1 ? key : undefined);
}

function entryLength(path: PropertyKey[]): number {
  const index = path.findIndex((step) => typeof step === 'number');
  return index === -1 ? Math.min(path.length, 1) : index + 1;
}

function nameOf(path: PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
