import { hints } from './problem-codes.ts';
import type { ProblemCode } from './problem-codes.ts';

/** What is wrong, before it is known where. */
export interface Flaw {
  code: ProblemCode;
  message: string;
  /** What the author can do, where that is more than the code's own hint; asked only for problems that are shown. */
  hint?: () => string | undefined;
}

/** A place in a file of a data set. */
export interface Place {
  file: string;
  /** Counts from 1. */
  line: number;
  /** Of the node, relationship, passage or other entry at fault; else the key that it stands under, or the file's name. */
  id: string;
}

/** A mistake in a data set, with its place and a hint. */
export interface SeedProblem extends Place {
  code: ProblemCode;
  message: string;
  /** What the author can do about it. */
  hint: string;
}

/** A flaw at its place. */
export function problemAt({ file, line, id }: Place, { code, message, hint }: Flaw): SeedProblem {
  return {
    file,
    line,
    id,
    code,
    message,
    get hint() {
      return hint?.() ?? hints[code];
    },
  };
}

/** Problems that are told; of more, only their number. */
const mostTold = 50;

/**
 * A data set has mistakes: all of them, each with its place. It is a class of its own since a ProblemError is one
 * problem of one request, while an author wants every mistake of all files at once. The message tells the first of them.
 */
export class SeedError extends Error {
  override readonly name = 'SeedError';
  readonly problems: SeedProblem[];

  constructor(problems: SeedProblem[]) {
    const more = problems.length - mostTold;
    const told = problems.slice(0, mostTold).map(problemLine);
    super([...told, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n'));
    this.problems = problems;
  }
}

/** A problem in one line, `file:line: id: message; hint`, which editors and terminals turn into a link. */
function problemLine({ file, line, id, message, hint }: SeedProblem): string {
  return `${file}:${line}: ${id}: ${message}; ${hint}`;
}

/** What a command prints of whatever went wrong: the list of problems, or one sentence. */
export function failure(error: unknown): string {
  if (!(error instanceof SeedError)) return error instanceof Error ? error.message : String(error);
  const { length } = error.problems;
  return `${error.message}\n${length} ${length === 1 ? 'problem' : 'problems'}`;
}
