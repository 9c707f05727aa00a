import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Seed } from './read-files.ts';
import type { SeedProblem } from './seed-error.ts';

/** The document's running text that a data set has in its own folder, if it has one; a problem where it cannot be read. */
export async function readOwnText(
  folder: string,
  { document }: Pick<Seed, 'document'>,
): Promise<{ text?: string; problems: SeedProblem[] }> {
  const [entry] = document.entries;
  const name = entry?.value.text;
  if (!entry || name === undefined) return { problems: [] };
  try {
    const bytes = await readFile(join(folder, name));
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch (error) {
    if (error instanceof TypeError)
      return { problems: [entry.problem({ code: 'not-utf8', message: `${name} is not UTF-8` }, 'text')] };
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const message = isMissing ? `there is no file ${name} in the folder` : `${name} cannot be read: ${String(error)}`;
    return { problems: [entry.problem({ code: 'text-missing', message }, 'text')] };
  }
}
