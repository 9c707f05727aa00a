import type { Word, WordValues } from '../locale.ts';

/** Why a file cannot be made, in words for the reader. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
  readonly word: Word;
  readonly values: WordValues;

  constructor(word: Word, values: WordValues = {}) {
    super(word);
    this.word = word;
    this.values = values;
  }
}
