/** A number as a text writes it. */
export interface WrittenNumber {
  /** Where it begins, and where what follows it does. */
  start: number;
  end: number;
  /** What it may be read as: 2万 is 2 with a unit of ten thousand, or 20000. */
  values: number[];
  /** The day, month or year that it may be, in ISO 8601 as precise as it is written. */
  date?: string;
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const ones = 'one|two|three|four|five|six|seven|eight|nine';
const teens = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const small = `(?:(?:${tens})(?:[ -](?:${ones}))?|${teens}|${ones})`;

/** What each scale word or character multiplies by. */
const scales: Readonly<Record<string, number>> = {
  万: 1e4,
  亿: 1e8,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};

const wordValues: Readonly<Record<string, number>> = {
  a: 1,
  ...Object.fromEntries(`${ones}|${teens}`.split('|').map((word, index) => [word, index + 1])),
  ...Object.fromEntries(tens.split('|').map((word, index) => [word, 10 * (index + 2)])),
};

/** 2006年5月31日, 2006年度. */
const chineseDate = '(?<chineseDate>\\d{4}年(?:度)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?)';
/** 31 May 2006, May 31, 2006, May 2006. */
const englishDate = `(?:(?<day>\\d{1,2}) )?(?<month>${months})(?: (?<dayAfter>\\d{1,2}),)? (?<year>\\d{4})`;
/** 25.28亿, 43,520, 1.5 million; a year such as 1875 is of digits, too. */
const digits =
  '(?<digits>(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?)(?<scale>[万亿]| (?:thousand|million|billion)\\b)?';
/** Seven, twenty-two, a hundred and five, two million. */
const words = `\\b(?<words>(?:(?:${small}|a) hundred(?: and ${small})?|${small})(?: (?:thousand|million|billion))?)\\b`;

const pattern = new RegExp(`${chineseDate}|${englishDate}|${digits}|${words}`, 'giu');

/**
 * The numbers in a text, Chinese or English: in digits, in Chinese or English dates, and in English words. Chinese
 * numerals are left alone, and so are English ordinals and a mere “one”: they are parts of other words more often than not.
 */
export function numbersIn(text: string): WrittenNumber[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const { chineseDate: inChinese, year, digits: number, scale, words: spelt } = match.groups ?? {};
    if (inChinese !== undefined) return [{ start, end, values: [], date: isoOf(inChinese.match(/\d+/g) ?? []) }];
    if (year !== undefined) return [{ start, end, values: [], date: englishIso(match.groups ?? {}) }];
    if (number !== undefined) {
      const value = Number(number.replaceAll(',', ''));
      const values = [value, ...(scale === undefined ? [] : [value * (scales[scale.trim().toLowerCase()] ?? 1)])];
      const isYear = /^\d{4}$/.test(number) && scale === undefined && !/^\p{Script=Han}/u.test(text.slice(end));
      return [{ start, end, values, ...(isYear && { date: number }) }];
    }
    if (spelt === undefined || spelt.toLowerCase() === 'one') return [];
    return [{ start, end, values: [valueOf(spelt)] }];
  });
}

function englishIso({ year = '', month = '', day, dayAfter }: Record<string, string | undefined>): string {
  const name = month.toLowerCase();
  const index = months.toLowerCase().split('|').indexOf(name);
  return isoOf([year, String(index + 1), ...[day ?? dayAfter].filter((part) => part !== undefined)]);
}

/** 2006 and 5 as 2006-05. */
function isoOf([year = '', ...rest]: readonly string[]): string {
  return [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
}

/** Two hundred and five thousand: what has been counted so far is multiplied by each scale, and added to by all else. */
function valueOf(spelt: string): number {
  const parts = spelt.toLowerCase().split(/[ -]/);
  return parts.reduce((value, part) => {
    const scale = scales[part];
    return scale === undefined ? value + (wordValues[part] ?? 0) : value * scale;
  }, 0);
}
