import { mostDocumentBytes } from '../server/document-info.ts';
import { readUtf8, withFile } from '../server/text-file.ts';

/**
 * The document's running text at the path that a command was given; undefined without one. Rejects with a TypeError where
 * that is no file, not UTF-8, or larger than the server would read.
 */
export async function readGivenDocument(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const read = await withFile(path, mostDocumentBytes, readUtf8);
  if (Buffer.isBuffer(read)) return read.toString('utf8').replace(/^\uFEFF/, '');
  const { why, message, line } = read;
  const place = why === 'not-text' ? `${path}:${line}` : path;
  throw new TypeError(`the document cannot be read: ${place}: ${message}`);
}
