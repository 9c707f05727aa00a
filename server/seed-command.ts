import { isAbsolute, relative } from 'node:path';

/**
 * The command that loads a data set, as one types it in the project's folder; undefined for a folder that lies elsewhere, for
 * readers need not know where.
 */
export function seedCommandInside(root: string, folder: string): string | undefined {
  const below = relative(root, folder);
  return below.startsWith('..') || isAbsolute(below) ? undefined : seedCommand(below.replaceAll('\\', '/'));
}

/** The command that loads the data set at a path, for a shell. */
export function seedCommand(path: string): string {
  const isPlain = /^[\p{L}\p{N}_./:@+-]+$/u.test(path);
  return `npm run seed -- ${isPlain ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`}`;
}
