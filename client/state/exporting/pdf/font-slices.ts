import ranges from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' };

/**
 * The font comes in a hundred slices, each with some of its characters, of which a PDF fetches those that its text needs.
 * Which slice has a character is known without fetching any; a few that are listed have no glyph all the same.
 */

export type Weight = 400 | 600;

/** The slice that has a character, where there is one; the first where there are several, as that one has its glyph. */
export function sliceOf(codePoint: number): string | undefined {
  slices ??= readRanges();
  return slices.get(codePoint);
}

let slices: ReadonlyMap<number, string> | undefined;

function readRanges(): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [name, list] of Object.entries(ranges)) {
    const slice = name.replaceAll(/[[\]]/g, '');
    for (const range of list.split(',')) {
      const [start = 0, end = start] = range
        .slice('U+'.length)
        .split('-')
        .map((digits) => Number.parseInt(digits, 16));
      for (let code = start; code <= end; code += 1) if (!found.has(code)) found.set(code, slice);
    }
  }
  return found;
}
