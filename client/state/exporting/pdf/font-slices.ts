import latin from '@fontsource/noto-sans/unicode.json' with { type: 'json' };
import chinese from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' };

/**
 * The font is of two families, and comes in a hundred slices with some of its characters each, of which a PDF fetches those
 * that its text needs. What a slice is said to have is known without fetching it; a few of these have no glyph all the same.
 */

export type Weight = 400 | 600;

/** The families in the order in which a text is served by them: quotation marks among Latin letters are narrow ones. */
const orders = { chinese: ['noto-sans-sc', 'noto-sans'], latin: ['noto-sans', 'noto-sans-sc'] } as const;

export type Order = keyof typeof orders;

/** Whether a text has signs that are as wide as they are high. */
export function orderFor(text: string): Order {
  return /[\p{Ideographic}\p{Script=Hira}\p{Script=Kana}\p{Script=Hang}\u3000-\u303f\uff00-\uffef]/u.test(text)
    ? 'chinese'
    : 'latin';
}

/** The slices that may have a character, the best first. */
export function slicesFor(codePoint: number, order: Order): readonly string[] {
  families ??= { 'noto-sans-sc': readRanges('noto-sans-sc', chinese), 'noto-sans': readRanges('noto-sans', latin) };
  const found = families;
  return orders[order].flatMap((family) => found[family].get(codePoint) ?? []);
}

type Slices = ReadonlyMap<number, readonly string[]>;

let families: Record<(typeof orders)[Order][number], Slices> | undefined;

/** @param ranges such as `U+4e00-4e1f,U+5000` by the names of slices; those in brackets are numbers */
function readRanges(family: string, ranges: Readonly<Record<string, string>>): Slices {
  const found = new Map<number, string[]>();
  for (const [name, list] of Object.entries(ranges)) {
    const slice = `${family}-${name.replaceAll(/[[\]]/g, '')}`;
    for (const range of list.split(',')) {
      const [start = 0, end = start] = range
        .slice('U+'.length)
        .split('-')
        .map((digits) => Number.parseInt(digits, 16));
      for (let code = start; code <= end; code += 1) {
        const slices = found.get(code);
        if (slices) slices.push(slice);
        else found.set(code, [slice]);
      }
    }
  }
  return found;
}
