import type { Json } from '../contract/json.ts';
import type { ProblemCode } from '../problem-error.ts';

/** A part of an OpenAPI document. */
export type Document = Record<string, Json>;

export interface Operation {
  method: 'get' | 'post';
  path: string;
  /** What a generated client calls it. */
  id: string;
  tag: 'queries' | 'cypher' | 'questions' | 'about';
  summary: string;
  description?: string;
  parameters?: Json[];
  body?: Body;
  /** What is answered with 200, by media type. */
  answer: Document;
  /** Other responses that are no problems, by status. */
  otherAnswers?: Record<string, Document>;
  /** What can go wrong beside that which can with every request. */
  problems?: ProblemCode[];
  /** Whether a token may be sent along; whether it must be, `GET /api/health` says. */
  maySignIn?: boolean;
}

interface Body {
  /** The name of a schema of the contract. */
  schema: string;
  /** Bodies that can be sent as they are. */
  examples: Record<string, { summary: string; value: Json }>;
}

/** JSON of a schema of the contract, or a list of it. */
export function json(schema: string | { array: string }): Document {
  const isList = typeof schema !== 'string';
  return {
    'application/json': { schema: isList ? { type: 'array', items: reference(schema.array) } : reference(schema) },
  };
}

/** Points to a schema of the contract. */
export function reference(name: string): Document {
  return { $ref: `#/components/schemas/${name}` };
}
