import type { Word, WordValues } from './locale.ts';

/** Bytes that a text may have. */
const largestText = 5_000_000;

/** Why something cannot be used, in words. */
export interface Refusal {
  word: Word;
  values?: WordValues;
}

/** How the characters of a file may be written, in the order in which it is tried: one that does not fit is found out. */
const encodings = ['utf-8', 'gb18030'];

/** The text of a file that is read in the browser, its lines ended alike; or why it is none. */
export async function readTextFile(file: Blob): Promise<string | Refusal> {
  if (file.size > largestText) return { word: 'original.tooLarge', values: { n: largestText / 1e6 } };
  const text = decoded(await file.arrayBuffer());
  if (text === undefined || text.includes('\0')) return { word: 'original.binary' };
  return text.trim() === '' ? { word: 'original.empty' } : text.replaceAll(/\r\n?/g, '\n');
}

function decoded(bytes: ArrayBuffer): string | undefined {
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  return undefined;
}
