import type { FileHandle } from 'node:fs/promises';
import * as textFile from '../server/text-file.ts';
import type { Flaw } from './seed-error.ts';

/** The text of a file, or what is wrong with it and on which line. */
export type Text = { text: string } | Unreadable;

/** What is wrong with a file that cannot be read. */
export interface Unreadable {
  flaw: Flaw;
  line: number;
}

/** Control characters other than those that end lines and indent them. */
const notInLines = /[^\P{Cc}\t\n\r]/u;

/** The same, but for the form feed, which stands between pages in many texts that were made of them. */
export const notInPages = /[^\P{Cc}\t\n\r\f]/u;

const codes = {
  missing: 'file-missing',
  outside: 'file-outside',
  unreadable: 'file-unreadable',
  'too-large': 'file-too-large',
  'not-text': 'not-text',
} as const satisfies Record<textFile.Unreadable['why'], Flaw['code']>;

/**
 * Reads a file of a data set's folder, as far as it is text of no more than some bytes. What is no file of its own in the
 * folder, such as a link that leads out of it or a pipe, is not read.
 * @param options control is what the text may not have
 */
export async function readText(
  folder: string,
  name: string,
  maxBytes: number,
  { control = notInLines }: { control?: RegExp } = {},
): Promise<Text> {
  const read = await textFile.withFileInside(folder, name, maxBytes, textFile.readUtf8);
  return Buffer.isBuffer(read) ? textOf(read, control) : told(read);
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
  const outcome = await textFile.withFileInside(folder, name, maxBytes, async (file, size) => ({
    used: await use(file, size),
  }));
  return 'used' in outcome ? outcome.used : told(outcome);
}

function textOf(bytes: Buffer, control: RegExp): Text {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const found = text.search(control);
  if (found === -1) return { text };
  const line = text.slice(0, found).split('\n').length;
  return { flaw: { code: 'not-text', message: 'the line has a control character' }, line };
}

function told({ why, message, line }: textFile.Unreadable): Unreadable {
  return { flaw: { code: codes[why], message }, line };
}
