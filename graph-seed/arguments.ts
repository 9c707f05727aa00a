import { existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { calledFrom } from '../server/settings.ts';

// Paths from the folder above: the loader may have been built, into one beside this.
const builtIn = fileURLToPath(new URL('../graph-seed/jinhua-2011', import.meta.url));
/** The built-in data set's document is not part of the project; it may lie beside it. */
const builtInDocument = fileURLToPath(new URL('../../shared/document.zh.txt', import.meta.url));

/** What the commands on a data set are told. */
interface Arguments {
  /** Relative where it is below the working directory, so that messages stay short. */
  folder: string;
  /** The file with the document's running text; undefined where it is not at hand. */
  documentPath: string | undefined;
}

/**
 * Reads the command line `[folder] [--document path | --no-document]`, which outranks the environment. What is typed is
 * relative to where it is typed, the environment's to the project. Throws a TypeError, also for what is not there.
 * @param environment DATA_SET is the folder, DOCUMENT_TEXT the path of its document, of no other's, and INIT_CWD where npm
 *   was called; empty counts as absent
 */
export function readArguments(argv: string[], environment: Record<string, string | undefined>): Arguments {
  const { positionals, values } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { document: { type: 'string' }, 'no-document': { type: 'boolean' } },
  });
  if (positionals.length > 1) throw new TypeError(`one folder at most, not ${positionals.join(', ')}`);
  const here = calledFrom(environment);
  const [typed] = positionals;
  const usual = resolve(environment.DATA_SET || builtIn);
  const folder = typed === undefined ? usual : resolve(here, typed);
  checkFolder(folder);
  const named = folder === usual ? environment.DOCUMENT_TEXT : undefined;
  const beside = folder === builtIn && existsSync(builtInDocument) ? builtInDocument : undefined;
  const below = relative('', folder);
  const typedDocument = values.document === undefined ? undefined : resolve(here, values.document);
  const documentPath = values['no-document'] ? undefined : (typedDocument ?? (named || beside));
  if (documentPath !== undefined && !existsSync(documentPath)) throw new TypeError(`there is no file ${documentPath}`);
  return { folder: below === '' || below.startsWith('..') ? folder : below, documentPath };
}

function checkFolder(folder: string): void {
  const status = statSync(folder, { throwIfNoEntry: false });
  if (status?.isDirectory()) return;
  const reason = status ? `${folder} is no folder` : `there is no folder ${folder}`;
  throw new TypeError(`${reason}; npm run new-data-set -- name makes one`);
}
