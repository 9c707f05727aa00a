import type { z } from 'zod';
import { ProblemError } from '../problem-error.ts';

/** The body of a request, checked by its schema. Throws a ProblemError that names each field at fault. */
export function readBody<Body>(schema: z.ZodType<Body>, body: unknown): Body {
  if (body === undefined) {
    throw new ProblemError('invalid-body', 'the body must be JSON, sent as application/json');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new ProblemError('invalid-body', sentences.join('; '), { values: { reason: sentences.join('; ') } });
}
