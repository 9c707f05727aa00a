import type { z } from 'zod';
import { ProblemError } from '../problem-error.ts';

/** The input as the schema has it. Throws a ProblemError that names every parameter that is wrong, and why. */
export function parseParameters<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.flatMap(describe);
  const [first] = mistakes;
  throw new ProblemError('invalid-parameter', mistakes.map(({ sentence }) => sentence).join('; '), {
    ...(first && { values: { parameter: first.parameter, reason: first.reason } }),
  });
}

interface Mistake {
  parameter: string;
  reason: string;
  sentence: string;
}

function describe(issue: z.core.$ZodIssue): Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => mistake(key, 'there is no such parameter'));
  }
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined && issue.message.includes('undefined');
  const message = issue.message.replace(/^Invalid input: /, '');
  return [mistake(issue.path.join('.'), isMissing ? 'it is missing' : lowerFirst(message))];
}

function mistake(parameter: string, reason: string): Mistake {
  return { parameter, reason, sentence: parameter === '' ? reason : `parameter ${parameter}: ${reason}` };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
