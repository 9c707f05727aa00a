/** A mistake in a data set, with its place. */
export interface SeedProblem {
  file: string;
  /** Counts from 1. */
  line: number;
  /** Of the node, relationship, passage or other entry at fault; absent where the file as a whole is at fault. */
  id?: string;
  message: string;
}

/**
 * A data set has mistakes: all of them, each with its place. It is a class of its own since a ProblemError is one
 * problem of one request, while an author wants every mistake of seven files at once.
 */
export class SeedError extends Error {
  override readonly name = 'SeedError';
  readonly problems: SeedProblem[];

  constructor(problems: SeedProblem[]) {
    super(problems.map(problemLine).join('\n'));
    this.problems = problems;
  }
}

/** A problem in one line, `file:line: id: message`, which editors and terminals turn into a link. */
function problemLine({ file, line, id, message }: SeedProblem): string {
  return [`${file}:${line}`, id, message].filter((part) => part !== undefined).join(': ');
}

/** What a command prints of whatever went wrong: the list of problems, or one sentence. */
export function failure(error: unknown): string {
  if (!(error instanceof SeedError)) return error instanceof Error ? error.message : String(error);
  const { length } = error.problems;
  return `${error.message}\n${length} ${length === 1 ? 'problem' : 'problems'}`;
}
