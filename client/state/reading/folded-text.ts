import type { Range } from '../../../server/passage-text/ranges.ts';
import { placesOf } from '../../../server/passage-text/ranges.ts';

/** A stretch that folding made another: where it is in the folded text and in the source, and how long in each. */
interface Edit {
  at: number;
  length: number;
  sourceAt: number;
  sourceLength: number;
}

/** Characters beside which white space says nothing: those of Chinese and Japanese, with their punctuation. */
const wide = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60`;

/**
 * White space in two groups: what says nothing, unless a sign that is put on the character before it follows; and other
 * that is not one space already.
 */
const whiteSpace = String.raw`(?=\s)(?:((?<=[${wide}])\s+(?![\s\p{M}])|\s+(?=[${wide}]))|(\s{2,}|[^\S ]))`;

const spaceOnly = new RegExp(whiteSpace, 'gu');
/** A character with the signs that are put on it and the letters that make one syllable with it, too. */
const spaceAndCharacters = new RegExp(String.raw`${whiteSpace}|\S[\p{M}\u1160-\u11ff]*`, 'gu');

/**
 * A text as it is compared: a run of white space is one space, and none beside a Chinese character; letters with accents
 * are single characters (NFC). Thus lines that are broken elsewhere, or written by another system, make no difference.
 * What is found is told by its place in the source.
 */
export class FoldedText {
  readonly text: string;
  readonly #edits: Edit[] = [];

  constructor(source: string) {
    let folded = 0;
    let read = 0;
    const isComposed = source.normalize('NFC') === source;
    this.text = source.replaceAll(
      isComposed ? spaceOnly : spaceAndCharacters,
      (found: string, unsaying: string | undefined, space: string | undefined, ...[at]: unknown[]) => {
        const put = unsaying === undefined ? (space === undefined ? found.normalize('NFC') : ' ') : '';
        const sourceAt = Number(at);
        folded += sourceAt - read;
        if (put !== found && (put.length !== 1 || found.length !== 1)) {
          this.#edits.push({ at: folded, length: put.length, sourceAt, sourceLength: found.length });
        }
        folded += put.length;
        read = sourceAt + found.length;
        return put;
      },
    );
  }

  /** Every place of a phrase in the source, however the white space in either is. */
  placesOf(phrase: string): Range[] {
    return placesOf(this.text, foldedPhrase(phrase)).map(({ start, end }) => ({
      start: this.startOf(start),
      end: this.#endOf(end),
    }));
  }

  includes(phrase: string): boolean {
    return this.text.includes(foldedPhrase(phrase));
  }

  /** Where in the source the character at a place of the folded text begins. */
  startOf(index: number): number {
    const edit = this.#lastEdit(({ at }) => at <= index);
    if (!edit) return index;
    return index < edit.at + edit.length ? edit.sourceAt : behind(edit, index);
  }

  /** Where in the source the character before a place of the folded text ends. */
  #endOf(index: number): number {
    const edit = this.#lastEdit(({ at }) => at < index);
    if (!edit) return index;
    return index <= edit.at + edit.length ? edit.sourceAt + edit.sourceLength : behind(edit, index);
  }

  /** The last edit of those, the first ones, for which something holds. */
  #lastEdit(holds: (edit: Edit) => boolean): Edit | undefined {
    let [low, high] = [0, this.#edits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const edit = this.#edits[middle];
      if (edit && holds(edit)) low = middle + 1;
      else high = middle;
    }
    return this.#edits[low - 1];
  }
}

/** Where in the source a place is that lies behind an edit and before the next. */
const behind = ({ at, length, sourceAt, sourceLength }: Edit, index: number): number =>
  sourceAt + sourceLength + index - at - length;

/** A phrase as it is looked for: white space at its ends is not part of it. */
export const foldedPhrase = (phrase: string): string => new FoldedText(phrase.trim()).text;
