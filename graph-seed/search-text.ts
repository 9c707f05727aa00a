import { pinyin } from 'pinyin-pro';

/** Pinyin without tones and spaces, ü as v as on a keyboard, in lower case: 律师协会 is lvshixiehui. */
export function pinyinOf(text: string): string {
  if (!hasChinese(text)) return onlyLetters([text]);
  return onlyLetters(pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }));
}

/** The first letters of the pinyin: 律师协会 is lsxh. Digits and Latin letters stay whole. */
export function initialsOf(text: string): string {
  if (!hasChinese(text)) return onlyLetters([text]);
  return onlyLetters(
    pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }),
  );
}

interface Searchable {
  name: string;
  nameEn: string;
  aliases?: string[] | undefined;
  summary?: string | undefined;
  summaryEn?: string | undefined;
  /** Whatever else may be typed to find it. */
  also?: string[] | undefined;
}

/** What search knows of a node: `searchText` has all that may be typed to find it, in lower case, one a line. */
export function searchProperties({ name, nameEn, aliases = [], summary, summaryEn, also = [] }: Searchable): {
  pinyin: string;
  initials: string;
  searchText: string;
} {
  const names = [name, ...aliases];
  // What is in Latin letters is typed as it is written.
  const chinese = names.filter((each) => /\p{Script=Han}/u.test(each));
  const lines = [...names, ...chinese.map(pinyinOf), ...chinese.map(initialsOf), nameEn, ...also, summary, summaryEn];
  const typed = lines.flatMap((line) => (line ? [line.toLowerCase()] : []));
  return { pinyin: pinyinOf(name), initials: initialsOf(name), searchText: [...new Set(typed)].join('\n') };
}

/** To look words up takes a hundred times as long as to see that there are none. */
function hasChinese(text: string): boolean {
  return /\p{Script=Han}|\u3007/u.test(text);
}

function onlyLetters(syllables: string[]): string {
  return syllables
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
