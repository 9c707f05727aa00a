import neo4j, { type Neo4jError } from 'neo4j-driver';
import type { Position } from '../contract/problem.ts';
import { ProblemError, type ProblemCode } from '../problem-error.ts';
import { positionAt } from './cypher-text.ts';

// Tried in order. Neo4j's own codes are used: its newer status numbers are the same for nearly all errors of 5.26.
const codes: [RegExp, ProblemCode][] = [
  [/^Neo\.ClientError\.Statement\.AccessMode$/, 'cypher-write'],
  [/^Neo\.ClientError\.Statement\.SyntaxError$/, 'cypher-syntax'],
  [/\.Transaction\.TransactionTimedOut/, 'time-limit'],
  [
    /\.General\.(MemoryPoolOutOfMemoryError|OutOfMemoryError|TransactionOutOfMemoryError|StackOverFlowError)$/,
    'memory-limit',
  ],
  [/^Neo\.ClientError\.Security\.Forbidden$/, 'cypher-refused'],
  [/\.Statement\.UnsupportedAdministrationCommand$/, 'cypher-refused'],
  [/^Neo\.ClientError\.Security\./, 'database-refused'],
  [/^Neo\.(TransientError|ClientError\.Cluster)\./, 'database-unavailable'],
  [/\.Database\.(DatabaseNotFound|DatabaseUnavailable)$/, 'database-unavailable'],
  [/\.Transaction\.(Terminated|LockClientStopped)$/, 'database-unavailable'],
  [/^Neo\./, 'cypher-failed'],
];

/** What the driver threw, as a problem. `cypher` is the text as its author wrote it, `prefix` what was put before it. */
export function toProblem(error: unknown, cypher = '', prefix = ''): ProblemError {
  if (error instanceof ProblemError) return error;
  if (!isNeo4jError(error)) {
    const message = error instanceof Error ? error.message : String(error);
    return new ProblemError('internal', message, { cause: error });
  }
  const code = error.code.startsWith('Neo.') ? serverCode(error) : driverCode(error);
  const detail = code === 'database-unavailable' ? 'Neo4j does not answer' : readable(error.message);
  const position = code === 'cypher-syntax' ? statedPosition(error.message, cypher, prefix) : undefined;
  return new ProblemError(code, detail, {
    cause: error,
    ...(position && { position }),
    ...(code === 'database-unavailable' && { retryAfterSeconds: 2 }),
    ...(code === 'too-many-requests' && { retryAfterSeconds: 5 }),
  });
}

/**
 * Why the database could not be opened, with the driver's own words, which name its host and port: for who starts the server,
 * and not for its callers.
 */
export function reasonOf({ code, message, cause }: ProblemError): string {
  if (code === 'database-refused') return `Neo4j refuses the user name or password: ${message}`;
  return code === 'database-unavailable' && isNeo4jError(cause) ? `${message}: ${readable(cause.message)}` : message;
}

/** Whether it may help to try a read again at once. */
export function isWorthRetrying(error: unknown): boolean {
  return neo4j.isRetryableError(error) && toProblem(error).code === 'database-unavailable';
}

function isNeo4jError(error: unknown): error is Neo4jError {
  return error instanceof neo4j.Neo4jError;
}

function serverCode({ code, message }: Neo4jError): ProblemCode {
  // Two things have no code of their own: a text that does not even fall into words, and PROFILE after EXPLAIN.
  if (lexicalPlace.test(message)) return 'cypher-syntax';
  if (code.endsWith('.ArgumentError') && message.includes('execution mode')) return 'cypher-refused';
  const found = codes.find(([pattern]) => pattern.test(code))?.[1] ?? 'internal';
  // A text that is well formed but has, say, no such day in it, has no place where its syntax is wrong.
  return found === 'cypher-syntax' && !place.test(message) ? 'cypher-failed' : found;
}

function driverCode({ code, message }: Neo4jError): ProblemCode {
  if (/acquisition timed out/i.test(message)) return 'too-many-requests';
  if (/non-empty string/.test(message)) return 'cypher-syntax';
  const isGone = [neo4j.error.SERVICE_UNAVAILABLE, neo4j.error.SESSION_EXPIRED].includes(code);
  return isGone || /connection|closed|discovery|certificate/i.test(message) ? 'database-unavailable' : 'internal';
}

const place = / \(line \d+, column \d+ \(offset: (\d+)\)\)/;
const lexicalPlace = /^Lexical error at line (\d+), column (\d+)/;

/** The server's sentence without its drawing of the place. */
function readable(message: string): string {
  const [sentence = ''] = message.split('\n');
  return sentence.replace(place, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

function statedPosition(message: string, cypher: string, prefix: string): Position | undefined {
  const offset = place.exec(message)?.[1];
  if (offset !== undefined) return within(cypher, Number(offset) - prefix.length);
  const [, line, column] = lexicalPlace.exec(message) ?? [];
  if (line === undefined) return undefined;
  const linesBefore = `${prefix}${cypher}`.split('\n').slice(0, Number(line) - 1);
  const start = linesBefore.reduce((sum, text) => sum + text.length + 1, 0);
  return within(cypher, start + Number(column) - 1 - prefix.length);
}

function within(cypher: string, offset: number): Position {
  return positionAt(cypher, Math.min(Math.max(offset, 0), cypher.length));
}
