import type { ProblemCode } from '../problem-error.ts';
import { problemKinds } from '../problem-error.ts';
import type { Document, Operation } from './operation.ts';
import { reference } from './operation.ts';

/** What can go wrong with any request. */
const everywhere: ProblemCode[] = [
  'invalid-request',
  'method-not-allowed',
  'host-refused',
  'too-many-requests',
  'request-too-long',
  'internal',
];

/** What can go wrong with whatever asks the database. */
export const ofDatabase: ProblemCode[] = [
  'time-limit',
  'memory-limit',
  'database-unavailable',
  'database-refused',
  'database-empty',
];

/** Every response of an operation, by status: there are no others. */
export function responsesOf({ answer, otherAnswers = {}, problems = [] }: Operation): Document {
  return {
    '200': { description: 'The answer', content: answer },
    ...problemResponses([...problems, ...everywhere]),
    ...otherAnswers,
  };
}

function problemResponses(codes: ProblemCode[]): Document {
  const statuses = [...new Set(codes.map((code) => problemKinds[code].status))].toSorted((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      problemResponse(
        status,
        codes.filter((code) => problemKinds[code].status === status),
      ),
    ]),
  );
}

function problemResponse(status: number, codes: ProblemCode[]): Document {
  return {
    description: codes.map((code) => `\`${code}\`: ${problemKinds[code].title}`).join('\n\n'),
    ...([429, 503].includes(status) && { headers: retryAfter }),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [reference('Problem'), { type: 'object', properties: { code: { type: 'string', enum: codes } } }],
        },
      },
    },
  };
}

const retryAfter: Document = {
  'Retry-After': {
    description: 'Seconds after which to try again',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
};
