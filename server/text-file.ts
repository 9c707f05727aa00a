import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Why a file is not read, in a sentence, and on which line it is wrong. */
export interface Unreadable {
  why: 'missing' | 'outside' | 'unreadable' | 'too-large' | 'not-text';
  message: string;
  line: number;
}

/** Opens a file; the bytes are what it had when it was looked at. */
type Use<T> = (file: FileHandle, size: number) => Promise<T>;

/**
 * Opens a file for as long as `use` runs, where it is a file, rather than a folder, a pipe or a device, of no more than some
 * bytes; a link is followed. What goes wrong while it is read is told in the same way.
 */
export async function withFile<T>(path: string, maxBytes: number, use: Use<T>): Promise<T | Unreadable> {
  let file: FileHandle | undefined;
  try {
    // Opening a pipe would wait for somebody to write to it.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = await file.stat();
    if (!status.isFile()) return unreadable('unreadable', 'it is no file');
    if (status.size > maxBytes) {
      const [found, most] = [megabytes(status.size), megabytes(maxBytes)];
      return unreadable('too-large', `the file has ${found}, and ${most} are the most`);
    }
    return await use(file, status.size);
  } catch (error) {
    return whyNot(error);
  } finally {
    await file?.close();
  }
}

/** The same of a file in a folder: a name or a link that leads out of the folder is not followed. */
export async function withFileInside<T>(
  folder: string,
  name: string,
  maxBytes: number,
  use: Use<T>,
): Promise<T | Unreadable> {
  try {
    const [home, path] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    if (!path.startsWith(home + sep)) return unreadable('outside', 'the file is a link that leads out of the folder');
    return await withFile(path, maxBytes, use);
  } catch (error) {
    return whyNot(error);
  }
}

/** The bytes of an open file, as far as they are UTF-8. More that is written meanwhile is left. */
export async function readUtf8(file: FileHandle, size: number): Promise<Buffer | Unreadable> {
  const bytes = Buffer.alloc(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  const found = bytes.subarray(0, filled);
  return isUtf8(found) ? found : unreadable('not-text', 'the file is not UTF-8', lineOfWrongByte(found));
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
      return unreadable('missing', 'the file is missing');
    case 'EACCES':
    case 'EPERM':
      return unreadable('unreadable', 'the file may not be read');
    case 'ELOOP':
      return unreadable('unreadable', 'the file is a link to itself');
    default:
      return unreadable('unreadable', `the file cannot be read (${String(code ?? error)})`);
  }
}

function unreadable(why: Unreadable['why'], message: string, line = 1): Unreadable {
  return { why, message, line };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
