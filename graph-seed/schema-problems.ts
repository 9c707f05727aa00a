import type { z } from 'zod';
import { entryLength, placeAt, valueAt } from './source.ts';
import { hint } from './hint.ts';
import type { Source } from './source.ts';
import type { ProblemCode } from './problem-codes.ts';
import { choicesAt, descriptionOf, keySchemaAt, keysOf, schemaAt } from './schema-at.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';
import { problemAt } from './seed-error.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong in itself, by what Zod calls it. */
const codes: Record<Issue['code'], ProblemCode> = {
  unrecognized_keys: 'unknown-key',
  invalid_type: 'wrong-type',
  invalid_value: 'no-such-choice',
  invalid_union: 'wrong-format',
  invalid_format: 'wrong-format',
  too_big: 'too-much',
  too_small: 'too-little',
  not_multiple_of: 'wrong-type',
  invalid_key: 'wrong-name',
  invalid_element: 'wrong-type',
  custom: 'not-allowed',
};

/** The problems that a schema finds in a file, each at its line and with the id of the entry that it is in. */
export function schemaProblems(source: Source, schema: z.ZodType, error: z.ZodError): SeedProblem[] {
  return error.issues.flatMap((issue) =>
    flawsOf(source, schema, issue).map(({ path, ...flaw }) => problemAt(placeAt(source, path), flaw)),
  );
}

type FlawAt = Flaw & { path: PropertyKey[] };

function flawsOf(source: Source, schema: z.ZodType, issue: Issue): FlawAt[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schemaAt(schema, path));
    return issue.keys.map((key) => ({
      code: 'unknown-key',
      message: `the key ${key} is unknown`,
      hint: () => hint(key, known) ?? restOfText(valueAt(source.value, [...path, key])) ?? listOf(known),
      path: [...path, key],
    }));
  }
  const value = valueAt(source.value, path);
  const isMissing = value === undefined && path.length > 0;
  const code = isMissing ? 'missing-key' : codes[issue.code];
  return [{ code, message: wording(path, value, messageOf(issue)), hint: () => hintOf(schema, issue, value), path }];
}

/** In braces, a text ends at its first comma; what follows is a key without a value. */
function restOfText(value: unknown): string | undefined {
  return value === null ? 'a text with a comma in it goes in quotes' : undefined;
}

function listOf(keys: string[]): string | undefined {
  return keys.length === 0 ? undefined : `the keys are ${keys.join(', ')}`;
}

/** What is wrong with a key is more than that it is. */
function messageOf(issue: Issue): string {
  return (issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined) ?? issue.message;
}

/** The choice that was meant, else what the schema tells of the place. */
function hintOf(schema: z.ZodType, issue: Issue, value: unknown): string | undefined {
  const meant = typeof value === 'string' ? hint(value, choicesAt(schema, issue.path)) : undefined;
  if (meant !== undefined) return meant;
  const place = issue.code === 'invalid_key' ? keySchemaAt(schema, issue.path) : schemaAt(schema, issue.path);
  const description = descriptionOf(place);
  return description && `it is ${description}`;
}

function wording(path: PropertyKey[], value: unknown, message: string): string {
  const name = nameOf(path.slice(entryLength(path))) || nameOf(path);
  if (value === undefined && path.length > 0) return `${name} is missing`;
  const reason = lowerFirst(message.replace('Invalid input: ', ''));
  const what = typeof value === 'object' ? '' : `, not ${shorten(JSON.stringify(value))}`;
  return name ? `${name}: ${reason}${what}` : `${reason}${what}`;
}

function nameOf(path: PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** A sentence as a part of one. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
