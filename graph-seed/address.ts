/** Addresses of passages: dotted segments, each a word, a number, or a word with a number. */

interface Words {
  zh: string;
  en: string;
}

/** Words that an address may be made of; another word stands for itself. */
const plainWords = new Map<string, Words>([
  ['title', { zh: '标题', en: 'title' }],
  ['subtitle', { zh: '副标题', en: 'subtitle' }],
  ['head', { zh: '标题', en: 'heading' }],
  ['lead', { zh: '开头', en: 'opening' }],
  ['close', { zh: '结尾', en: 'close' }],
  ['page', { zh: '页面', en: 'page' }],
  ['top', { zh: '页首', en: 'top' }],
  ['end', { zh: '页尾', en: 'end' }],
]);

const numberedWords = new Map<string, (number: number) => Words>([
  ['s', (number) => ({ zh: `第${chineseNumeral(number)}部分`, en: `section ${number}` })],
  ['i', (number) => ({ zh: chineseNumeral(number), en: `item ${number}` })],
  ['p', (number) => ({ zh: `第${number}段`, en: `paragraph ${number}` })],
  ['', (number) => ({ zh: `第${number}句`, en: `sentence ${number}` })],
]);

/** What a reader calls an address: `s1.i1.2` is 第一部分 · 一 · 第2句, Section 1, item 1, sentence 2. */
export function addressName(address: string): Words {
  const names = address.split('.').map(segmentName);
  const en = names.map((name) => name.en).join(', ');
  return { zh: names.map((name) => name.zh).join(' · '), en: en.charAt(0).toUpperCase() + en.slice(1) };
}

/** What ids of passages begin with, unless the document says otherwise. */
const usualPrefix = 'passage';

/** Turns an address into the id of the passage there. */
export type PassageIds = (address: string) => string;

/** Gives the id of the passage at an address. */
export function passageIdsOf({ passagePrefix = usualPrefix }: { passagePrefix?: string | undefined }): PassageIds {
  return (address) => `${passagePrefix}-${address.replaceAll('.', '-')}`;
}

/** Whether an address is, or lies inside, another. */
export function isWithin(address: string, outer: string): boolean {
  return address === outer || address.startsWith(`${outer}.`);
}

/**
 * The addresses that cannot follow what stands before them: numbers go up, and what has been left is not come back
 * to. One that is out of order is passed over, so that it does not make its neighbours look wrong.
 */
export function outOfOrder(addresses: string[]): { address: string; after: string }[] {
  const left = new Set<string>();
  const wrong: { address: string; after: string }[] = [];
  let previous: string | undefined;
  for (const address of addresses) {
    if (previous === undefined || previous === address) {
      previous = address;
      continue;
    }
    if (goesBack(previous, address) || prefixes(address).some((prefix) => left.has(prefix))) {
      wrong.push({ address, after: previous });
      continue;
    }
    for (const prefix of prefixes(previous)) if (!isWithin(address, prefix)) left.add(prefix);
    previous = address;
  }
  return wrong;
}

function goesBack(previous: string, address: string): boolean {
  const before = previous.split('.');
  const after = address.split('.');
  const at = before.findIndex((segment, index) => segment !== after[index]);
  const from = parts(before[at] ?? '');
  const to = parts(after[at] ?? '');
  return from.word === to.word && from.number > to.number;
}

function prefixes(address: string): string[] {
  const segments = address.split('.');
  return segments.map((_, index) => segments.slice(0, index + 1).join('.'));
}

function parts(segment: string): { word: string; number: number } {
  const [, word = '', digits = ''] = /^([a-z]*)([0-9]*)$/.exec(segment) ?? [];
  return { word, number: Number(digits) };
}

function segmentName(segment: string): Words {
  const { word, number } = parts(segment);
  const numbered = numberedWords.get(word);
  if (numbered && number > 0) return numbered(number);
  const { zh, en } = plainWords.get(word) ?? { zh: word, en: word };
  return number > 0 ? { zh: `${zh}${number}`, en: `${en} ${number}` } : { zh, en };
}

/** 1 to 99 in Chinese: 一, 十, 十二, 二十, 二十三. */
function chineseNumeral(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  if (number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return ten + (digits[number % 10] ?? '');
}
