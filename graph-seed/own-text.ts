import { join } from 'node:path';
import { mostDocumentBytes } from '../server/document-info.ts';
import type { Seed } from './read-files.ts';
import { notInPages, readText } from './read-text.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';
import { problemAt } from './seed-error.ts';

/** The document's running text that a data set has in its own folder, if it has one; a problem where it cannot be read. */
export async function readOwnText(
  folder: string,
  { document }: Pick<Seed, 'document'>,
): Promise<{ text?: string; problems: SeedProblem[] }> {
  const [entry] = document.entries;
  const name = entry?.value.text;
  if (!entry || name === undefined) return { problems: [] };
  const read = await readText(folder, name, mostDocumentBytes, { control: notInPages });
  if ('text' in read) return { text: read.text, problems: [] };
  const { flaw, line } = read;
  // What a line of the text has wrong is told there, all else where the data set names the file.
  if (flaw.code !== 'not-text') return { problems: [entry.problem(inText(name, flaw), 'text')] };
  return { problems: [problemAt({ file: join(folder, name), line, id: entry.id ?? name }, flaw)] };
}

function inText(name: string, { code, message }: Flaw): Flaw {
  if (code !== 'file-missing') return { code, message: `${name}: ${message}` };
  return { code: 'text-missing', message: `there is no file ${name} in the folder` };
}
