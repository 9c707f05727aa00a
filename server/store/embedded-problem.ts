import type { Position } from '../contract/problem.ts';
import { ProblemError, type ProblemCode } from '../problem-error.ts';
import { positionAt, tokenize } from './cypher-text.ts';
import { explainRejection, unsupported } from './embedded-dialect.ts';
import { isPathOfOneNode, missingFunction } from './embedded-rejections.ts';
import type { ProblemParts } from './embedded-messages.ts';

/** How the engine names what it expected, and how a person does. */
const tokenNames: Record<string, string> = {
  LParen: '(',
  RParen: ')',
  LBrace: '{',
  RBrace: '}',
  LBracket: '[',
  RBracket: ']',
  Colon: ':',
  Comma: ',',
  Dot: '.',
};

/** What the engine says of a query that may be right but is beyond it, and how that is called. */
const beyond: [RegExp, string][] = [
  [/integer literal or parameter for SKIP/i, 'SKIP or LIMIT of what is computed'],
  [/^aggregate function .* cannot be used here/, 'an aggregate inside of what is no row'],
  [/reads an aggregate, so|beside an aggregate/, 'an aggregate beside what rows are not grouped by'],
  [/is not a map value, a node or an edge/, 'a part of a date, or of what is computed'],
  [/^function 'round' takes 1/, 'round() to places'],
  [/numeric value out of range: sum/, 'a sum that is too large'],
  // It calls the whole of what rows are grouped by a variable.
  [/^undefined variable '.*\W.*'/, 'a parameter in what rows are grouped by'],
  [/^unsupported/, 'what the engine has not'],
];

/**
 * What the engine threw, as a problem.
 * @param linesBefore lines that stood before the query in what the engine was given
 */
export function toProblemError(error: unknown, cypher: string, linesBefore = 0): ProblemError {
  if (error instanceof ProblemError) return error;
  if (!isEngineError(error)) {
    const refused = error instanceof Error ? /^Invalid argument: (parameter .*)/s.exec(error.message)?.[1] : undefined;
    if (refused !== undefined) return unsupported('a parameter that it cannot take', refused);
    return new ProblemError('internal', error instanceof Error ? error.message : String(error), { cause: error });
  }
  const { gqlStatus, message } = error;
  if (gqlStatus === '25G03') return new ProblemError('cypher-write', 'the query writes, and queries are read-only');
  const detail = readable(message);
  const [, what] = beyond.find(([pattern]) => pattern.test(detail)) ?? [];
  if (what !== undefined) return unsupported(what, detail);
  const missing = missingFunction(detail);
  if (missing !== undefined) return unsupported(`${missing}()`);
  if (isPathOfOneNode(detail, tokenize(cypher))) return unsupported('a path of one node');
  const stated = statedPosition(message, cypher, linesBefore);
  const rejection = stated && explainRejection(tokenize(cypher), stated.offset);
  if (rejection) return rejection;
  const position = stated ?? namedPosition(detail, cypher);
  return new ProblemError(codeOf(gqlStatus, detail), detail, position && { position });
}

/** A problem as it crosses the pipe. */
export function problemParts({ code, message, values, position }: ProblemError): ProblemParts {
  return { code, detail: message, ...(values && { values }), ...(position && { position }) };
}

function isEngineError(error: unknown): error is Error & { gqlStatus: string } {
  return error instanceof Error && 'gqlStatus' in error && typeof error.gqlStatus === 'string';
}

function codeOf(gqlStatus: string, detail: string): ProblemCode {
  if (/^(missing parameter|unknown procedure)/i.test(detail)) return 'cypher-failed';
  return gqlStatus.startsWith('42') ? 'cypher-syntax' : 'cypher-failed';
}

/** The engine's own sentence, without its codes and its drawing of the place. */
function readable(message: string): string {
  return (message.split('\n')[0] ?? '')
    .replace(/^[\w ]+ error: /, '')
    .replace(/^GRAFEO-\w+: /, '')
    .replace(/^(?:syntax|semantic|execution) error: /, '')
    .replace(/^\[Cypher\] /, '')
    .replace(/^Expected (\w+)$/, (whole, name: string) => (tokenNames[name] ? `expected ${tokenNames[name]}` : whole))
    .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

/** The engine counts characters; editors count UTF-16 units. */
function statedPosition(message: string, cypher: string, linesBefore: number): Position | undefined {
  const match = /--> query:(\d+):(\d+)/.exec(message);
  if (!match) return undefined;
  const [line, column] = [Number(match[1]) - linesBefore, Number(match[2])];
  const lines = cypher.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const inLine = Array.from(lines[line - 1] ?? '')
    .slice(0, column - 1)
    .join('').length;
  return positionAt(cypher, Math.min(before + inLine, cypher.length));
}

/** Where the name stands that the engine complains of; the last one, for an earlier one may still have been known. */
function namedPosition(detail: string, cypher: string): Position | undefined {
  const name = /^(?:undefined variable|unknown function|missing parameter:) ['$]?(\w+|[^']+)/i.exec(detail)?.[1];
  const token = tokenize(cypher).findLast(({ kind, text }) => kind !== 'string' && text === name);
  return token && positionAt(cypher, token.start);
}
