import { access, constants, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { files } from './format.ts';
import { schemaLine } from './json-schemas.ts';

const templates = fileURLToPath(new URL('templates', import.meta.url));
const schemas = fileURLToPath(new URL('schemas', import.meta.url));
const project = fileURLToPath(new URL('..', import.meta.url));

/** Languages of the document and the comments that a new data set can begin with. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** The templates' own name, in whose place that of the data set is put. */
const placeholder = /my-document/g;

/** Names that mean something else to the commands, or are of folders beside the built-in data sets. */
const taken = new Set(['none', 'schemas', 'templates']);

const longestName = 60;

/**
 * Makes a folder with a small data set that is whole and runs, for its author to change, and answers its path. Rejects with
 * an Error of one sentence where the name is no good, or where nothing can be made; what is there is never changed.
 */
export async function makeDataSet(name: string, parent: string, language: Language): Promise<string> {
  checkName(name);
  await checkParent(parent);
  const folder = join(parent, name);
  await makeFolder(folder);
  try {
    const folderOfSchemas = await schemasFor(folder);
    const template = join(templates, language);
    for (const file of await readdir(template)) {
      const text = (await readFile(join(template, file), 'utf8')).replace(placeholder, name);
      await writeFile(join(folder, file), file in files ? withSchema(file, text, folderOfSchemas) : text);
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`${folder} cannot be written: ${codeOf(error)}`, { cause: error });
  }
  return folder;
}

function checkName(name: string): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(
      `${name || 'an empty name'} cannot name a data set: it is lower-case words joined by hyphens, such as my-document`,
    );
  }
  if (name.length > longestName)
    throw new Error(`the name has ${name.length} characters, and ${longestName} are the most`);
  if (taken.has(name)) throw new Error(`${name} cannot name a data set: it means something else`);
}

async function checkParent(parent: string): Promise<void> {
  const status = await stat(parent).catch(() => undefined);
  if (!status?.isDirectory()) throw new Error(`there is no folder ${parent} to put it in`);
  await access(parent, constants.W_OK).catch((error: unknown) => {
    throw new Error(`${parent} cannot be written to: ${codeOf(error)}`, { cause: error });
  });
}

/** Makes the folder itself, which says whether there is one already without asking first. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const isThere = codeOf(error) === 'EEXIST';
    const sentence = isThere
      ? `${folder} is there already, and is left as it is`
      : `${folder} cannot be made: ${codeOf(error)}`;
    throw new Error(sentence, { cause: error });
  }
}

/** In the project, the schemas are found where they are; elsewhere the data set gets a copy, so that it can be moved. */
async function schemasFor(folder: string): Promise<string> {
  const isInside = !relative(project, folder).startsWith('..');
  if (isInside) return relative(folder, schemas).split(sep).join('/');
  await cp(schemas, join(folder, 'schemas'), { recursive: true });
  return 'schemas';
}

function withSchema(file: string, text: string, folderOfSchemas: string): string {
  return text.replace(/^.*$/m, schemaLine(file, folderOfSchemas));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
