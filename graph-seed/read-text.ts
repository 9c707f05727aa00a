import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Flaw } from './seed-error.ts';

/** The text of a file, or what is wrong with it and on which line. */
export type Text = { text: string } | Unreadable;

/** What is wrong with a file that cannot be read. */
export interface Unreadable {
  flaw: Flaw;
  line: number;
}

/**
 * Reads a file of a data set's folder, as far as it is text of no more than some bytes. What is no file of its own in the
 * folder, such as a link that leads out of it or a pipe, is not read.
 */
export async function readText(folder: string, name: string, maxBytes: number): Promise<Text> {
  return withFile(folder, name, maxBytes, async (file, size) => textOf(await readBytes(file, size)));
}

/**
 * Opens a file of a data set's folder for as long as `use` runs, under the same conditions. What goes wrong while it is
 * read is a flaw, too.
 */
export async function withFile<T>(
  folder: string,
  name: string,
  maxBytes: number,
  use: (file: FileHandle, size: number) => Promise<T>,
): Promise<T | Unreadable> {
  let file: FileHandle | undefined;
  try {
    const [home, path] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    if (!path.startsWith(home + sep)) return wrong('file-outside', 'the file is a link that leads out of the folder');
    // Opening a pipe would wait for somebody to write to it.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = await file.stat();
    if (!status.isFile()) return wrong('file-unreadable', 'it is no file');
    if (status.size > maxBytes) {
      return wrong('file-too-large', `the file has ${megabytes(status.size)}, and ${megabytes(maxBytes)} are the most`);
    }
    return await use(file, status.size);
  } catch (error) {
    return whyNot(error);
  } finally {
    await file?.close();
  }
}

/** Bytes that a file had when it was looked at: more that is written meanwhile is left. */
async function readBytes(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

function textOf(bytes: Buffer): Text {
  if (!isUtf8(bytes)) return wrong('not-text', 'the file is not UTF-8', lineOfWrongByte(bytes));
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const control = text.search(/[^\P{Cc}\t\n\r]/u);
  if (control === -1) return { text };
  const line = text.slice(0, control).split('\n').length;
  return wrong('not-text', 'the line has a control character', line);
}

/** No byte of a longer character is a line feed, so that lines can be looked at one by one. */
function lineOfWrongByte(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line;
    line += 1;
    start = end + 1;
  }
  return line;
}

function whyNot(error: unknown): Unreadable {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return wrong('file-missing', 'the file is missing');
    case 'EACCES':
    case 'EPERM':
      return wrong('file-unreadable', 'the file may not be read');
    case 'ELOOP':
      return wrong('file-unreadable', 'the file is a link to itself');
    default:
      return wrong('file-unreadable', `the file cannot be read (${String(code ?? error)})`);
  }
}

function wrong(code: Flaw['code'], message: string, line = 1): Unreadable {
  return { flaw: { code, message }, line };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
