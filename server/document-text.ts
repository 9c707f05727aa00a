import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Ontology } from './contract.ts';
import { DocumentEntry } from './document-info.ts';
import { OntologyError, parsed, readYaml } from './ontology.ts';

/** The running text of a document as it is sent: UTF-8, with a strong validator of these very bytes. */
export interface DocumentText {
  bytes: Buffer;
  etag: string;
}

/** Bytes that a document's text may have. */
export const mostDocumentBytes = 5_000_000;

const Passages = z.object({ document: DocumentEntry });

/**
 * The running text of a data set's document; undefined where it is not at hand. Rejects with an OntologyError where it is
 * not there, too large, or not UTF-8.
 * @param named the path of a file that is taken rather than the data set's own
 */
export async function documentTextOf(folder: string, named: string | undefined): Promise<DocumentText | undefined> {
  const path = named ?? (await ownTextPath(folder));
  return path === undefined ? undefined : readDocumentText(path);
}

/** What the explorer knows of a data set, with whether the text of its document is at hand. */
export function knowingOfText<Known extends Ontology>(ontology: Known, text: DocumentText | undefined): Known {
  const { document } = ontology;
  return document === null ? ontology : { ...ontology, document: { ...document, hasText: text !== undefined } };
}

async function ownTextPath(folder: string): Promise<string | undefined> {
  const path = join(folder, 'passages.yaml');
  const { text } = parsed(Passages, await readYaml(path), path).document;
  return text === undefined ? undefined : join(folder, text);
}

async function readDocumentText(path: string): Promise<DocumentText> {
  const bytes = await readBytes(path);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new OntologyError(`the text of the document is not UTF-8: ${path}`, { cause: error });
  }
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url')}"` };
}

async function readBytes(path: string): Promise<Buffer> {
  const { size } = await stat(path).catch(unreadable);
  if (size > mostDocumentBytes) {
    throw new OntologyError(`the text of the document has ${size} bytes, and may have ${mostDocumentBytes}: ${path}`);
  }
  return readFile(path).catch(unreadable);
}

function unreadable(error: unknown): never {
  const why = error instanceof Error ? error.message : String(error);
  throw new OntologyError(`the text of the document cannot be read: ${why}`, { cause: error });
}
