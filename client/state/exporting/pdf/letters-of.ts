/** What a reader sees as one character, as it was written and as it is drawn. */
export interface Letter {
  written: string;
  /** Without what has no shape of its own, such as joiners; every white space is a plain one. */
  drawn: string;
}

/** Half of a character, which no file may have. */
const loneSurrogate = /\p{Surrogate}/gu;

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** A line of any text as letters; those of which nothing can be seen are left out. */
export function lettersOf(text: string): Letter[] {
  const letters = [...segmenter.segment(text.replaceAll(loneSurrogate, '\ufffd').normalize('NFC'))].map(
    ({ segment }) => ({
      written: segment,
      drawn: segment
        .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
        .replaceAll(/\p{White_Space}/gu, ' ')
        .replaceAll(/\p{Cc}/gu, ''),
    }),
  );
  return letters.filter(({ drawn }) => drawn !== '');
}
