import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Ontology } from './contract/data-set/ontology.ts';
import { mostDocumentBytes } from './document-info.ts';
import { OntologyError } from './ontology.ts';
import { readUtf8, type Unreadable, withFile, withFileInside } from './text-file.ts';

/** The running text of a document as it is sent: UTF-8, with a strong validator of these very bytes. */
export interface DocumentText {
  bytes: Buffer;
  etag: string;
}

/** Where the text of a document may be found. */
export interface TextPlaces {
  /** The name of the data set's own file, in its folder, which it may not lead out of. */
  own?: string | undefined;
  /** The path of a file that is taken instead: its owner says where it is, so that it may be a link. */
  named?: string | undefined;
}

/**
 * The running text of a data set's document; undefined where it is not at hand. Rejects with an OntologyError where it is
 * not there, no file, too large, or not UTF-8.
 */
export async function documentTextOf(folder: string, { own, named }: TextPlaces): Promise<DocumentText | undefined> {
  if (named !== undefined) return textOf(await withFile(named, mostDocumentBytes, readUtf8), named);
  if (own === undefined) return undefined;
  return textOf(await withFileInside(folder, own, mostDocumentBytes, readUtf8), join(folder, own));
}

/** What the explorer knows of a data set, with whether the text of its document is at hand. */
export function knowingOfText<Known extends Ontology>(ontology: Known, text: DocumentText | undefined): Known {
  const { document } = ontology;
  return document === null ? ontology : { ...ontology, document: { ...document, hasText: text !== undefined } };
}

function textOf(read: Buffer | Unreadable, path: string): DocumentText {
  if (Buffer.isBuffer(read)) {
    return { bytes: read, etag: `"${createHash('sha256').update(read).digest('base64url')}"` };
  }
  throw new OntologyError(`the text of the document cannot be read: ${path}: ${read.message}`);
}
