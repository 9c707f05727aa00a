import type { Change, TinyFiles } from './tiny-data-set.ts';

/** A mistake in a data set, and the one problem that it is to yield. */
export interface Mistake {
  name: string;
  changes: Change[];
  problem: {
    file: keyof TinyFiles;
    /** Text that stands in the problem's line, and in no other line of the file. */
    line: string;
    id: string;
    /** Of the problem’s message and its hint, joined by a semicolon. */
    message: string;
  };
  /** It hides other mistakes, or is made of what another changes, so it cannot be tried together with all others. */
  alone?: true;
}

/** A mistake of one change, in whose line the problem is. */
export function mistake(
  name: string,
  [file, find, put]: [keyof TinyFiles, string, string],
  [id, message]: [string, string],
  more: { file?: keyof TinyFiles; line?: string; alone?: true } = {},
): Mistake {
  const line = more.line ?? put.trim();
  return {
    name,
    changes: [{ file, find, put }],
    problem: { file: more.file ?? file, line, id, message },
    ...(more.alone && { alone: true }),
  };
}
