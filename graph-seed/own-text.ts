import type { Seed } from './read-files.ts';
import { readText } from './read-text.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';

/** Of a document's text: what the server sends of one at most. */
const mostBytes = 5_000_000;

/** The document's running text that a data set has in its own folder, if it has one; a problem where it cannot be read. */
export async function readOwnText(
  folder: string,
  { document }: Pick<Seed, 'document'>,
): Promise<{ text?: string; problems: SeedProblem[] }> {
  const [entry] = document.entries;
  const name = entry?.value.text;
  if (!entry || name === undefined) return { problems: [] };
  const read = await readText(folder, name, mostBytes);
  return 'text' in read
    ? { text: read.text, problems: [] }
    : { problems: [entry.problem(inText(name, read.flaw), 'text')] };
}

/** What is wrong with the text is told where the data set names it. */
function inText(name: string, { code, message }: Flaw): Flaw {
  if (code !== 'file-missing') return { code, message: `${name}: ${message}` };
  return { code: 'text-missing', message: `there is no file ${name} in the folder` };
}
