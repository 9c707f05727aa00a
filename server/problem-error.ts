import type { Position, Problem } from './contract/problem.ts';

/**
 * The codes of all problems, with the HTTP status and the title of each. A code is stable: programs
 * branch on it and the page has words for it in both languages.
 */
export const problemKinds = {
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address has no such method' },
  'invalid-request': { status: 400, title: 'The request cannot be read' },
  'request-too-long': { status: 431, title: 'The address and the headers of the request are too long' },
  'unknown-data-set': { status: 404, title: 'There is no data set of this name' },
  'unknown-query': { status: 404, title: 'There is no query of this name' },
  'unknown-node': { status: 404, title: 'There is no node with this id' },
  'unknown-relationship': { status: 404, title: 'There is no relationship with this id' },
  'no-document-text': { status: 404, title: 'The text of the document is not on the server' },
  'invalid-parameter': { status: 400, title: 'A parameter is missing or wrong' },
  'invalid-body': { status: 400, title: 'The body of the request is wrong' },
  'body-too-large': { status: 413, title: 'The body of the request is too large' },
  'cypher-syntax': { status: 400, title: 'The query has a syntax error' },
  'cypher-failed': { status: 400, title: 'The query could not be run' },
  'cypher-too-long': { status: 400, title: 'The query is too long or too deeply nested' },
  'cypher-unsupported': { status: 400, title: 'The embedded engine cannot run this query correctly' },
  'cypher-write': { status: 403, title: 'Queries are read-only' },
  'cypher-refused': { status: 403, title: 'The query uses something that is not allowed' },
  'cypher-off': { status: 403, title: 'Ad hoc queries are switched off here' },
  'sign-in-needed': { status: 401, title: 'Ad hoc queries are for those who sign in' },
  'sign-in-refused': { status: 401, title: 'The token is not accepted' },
  'sign-in-unavailable': { status: 503, title: 'The issuer of the token is out of reach' },
  // Not 408: browsers send a request that is answered so once more by themselves.
  'time-limit': { status: 504, title: 'The query was stopped at its time limit' },
  'memory-limit': { status: 413, title: 'The query was stopped at its memory limit' },
  'graph-too-large': { status: 413, title: 'The graph is too large to be sent as a whole' },
  'byte-limit': { status: 413, title: 'The answer is larger than it may be' },
  'host-refused': { status: 421, title: 'The server is not to be asked for under this name' },
  'origin-refused': { status: 403, title: 'The page that asks is not one of this server' },
  'too-many-requests': { status: 429, title: 'There were too many requests' },
  'too-many-queries': { status: 429, title: 'Too many queries wait for their turn' },
  cancelled: { status: 499, title: 'The request was cancelled' },
  'database-unavailable': { status: 503, title: 'The database is out of reach' },
  'database-refused': { status: 503, title: 'The database refuses the user name or password' },
  'database-empty': { status: 503, title: 'The data set is not loaded' },
  'data-set-loading': { status: 503, title: 'The data set is being opened' },
  'data-set-not-loaded': { status: 503, title: 'The database does not hold this data set' },
  'data-set-unusable': { status: 503, title: 'The data set cannot be opened' },
  'too-many-data-sets': { status: 503, title: 'Too many data sets are in use' },
  internal: { status: 500, title: 'Something went wrong on the server' },
} as const satisfies Record<string, { status: number; title: string }>;

/** The stable name of a problem. */
export type ProblemCode = keyof typeof problemKinds;

/** What is told of an error that nobody foresaw: its inside is for the log. */
const unforeseen = 'something went wrong on the server; its log says what';

interface ProblemOptions {
  /** The parts of the sentence that vary, by name; the page puts them into its own wording. */
  values?: Record<string, string>;
  /** Where in the query the problem is. */
  position?: Position;
  /** Names that may have been meant. */
  suggestions?: string[];
  /** Seconds after which the caller may try again. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** The one error class of the project: whatever goes wrong on purpose is one of these. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly values: Record<string, string> | undefined;
  readonly position: Position | undefined;
  readonly suggestions: string[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  /** @param detail an English sentence in lower case that names the value at fault */
  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    super(detail, { cause: options.cause });
    this.code = code;
    this.values = options.values;
    this.position = options.position;
    this.suggestions = options.suggestions;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** The problem as it travels. */
  toProblem(): Problem {
    const { status, title } = problemKinds[this.code];
    return {
      type: `/api/docs#${this.code}`,
      title,
      status,
      detail: this.code === 'internal' ? unforeseen : this.message,
      code: this.code,
      ...(this.values && { values: this.values }),
      ...(this.position && { position: this.position }),
      ...(this.suggestions && { suggestions: this.suggestions }),
    };
  }
}
