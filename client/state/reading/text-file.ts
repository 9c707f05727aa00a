import type { Word, WordValues } from '../locale.ts';

/** Bytes that a text may have. */
const largestText = 5_000_000;

/** Why something cannot be used, in words. */
export interface Refusal {
  word: Word;
  values?: WordValues;
}

/** How the characters of a file may be written, in the order in which it is tried: one that does not fit is found out. */
const encodings = ['utf-8', 'gb18030'];

/** How they are written where the first two bytes of a file are a mark that says so. */
const marked: Record<string, string> = { 'ff,fe': 'utf-16le', 'fe,ff': 'utf-16be' };

/** The text of a file that is read in the browser, its lines ended alike; or why it is none. */
export async function readTextFile(file: Blob): Promise<string | Refusal> {
  if (file.size > largestText) return { word: 'original.tooLarge', values: { n: largestText / 1e6 } };
  const bytes = await bytesOf(file);
  if (bytes === undefined) return { word: 'original.unreadable' };
  const text = decoded(bytes);
  if (text === undefined || text.includes('\0')) return { word: 'original.binary' };
  return text.trim() === '' ? { word: 'original.empty' } : text.replaceAll(/\r\n?/g, '\n');
}

/** Undefined where it cannot be read: a folder is a file, too, and a file may be gone by now. */
const bytesOf = (file: Blob): Promise<ArrayBuffer | undefined> => file.arrayBuffer().catch(() => undefined);

function decoded(bytes: ArrayBuffer): string | undefined {
  const mark = Array.from(new Uint8Array(bytes.slice(0, 2)), (byte) => byte.toString(16)).join();
  for (const encoding of [marked[mark] ?? [], ...encodings].flat()) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  return undefined;
}
