/** The characters that a font has glyphs for, as code points: read from its table `cmap`, in the formats 4 and 12. */
export function charactersIn(font: Uint8Array): ReadonlySet<number> {
  const table = findTable(font, 'cmap');
  const characters = new Set<number>();
  if (!table) return characters;
  for (let index = 0; index < table.getUint16(2); index += 1) {
    const start = table.getUint32(4 + index * 8 + 4);
    const map = new DataView(table.buffer, table.byteOffset + start, table.byteLength - start);
    const format = map.getUint16(0);
    if (format === 4) addSegments(map, characters);
    else if (format === 12) addGroups(map, characters);
  }
  return characters;
}

function findTable(font: Uint8Array, tag: string): DataView | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16;
    const name = String.fromCodePoint(...font.subarray(entry, entry + 4));
    if (name === tag) {
      return new DataView(font.buffer, font.byteOffset + view.getUint32(entry + 8), view.getUint32(entry + 12));
    }
  }
  return undefined;
}

/** Format 4: segments of two-byte characters, each with a difference to its glyphs or a list of them. */
function addSegments(map: DataView, characters: Set<number>): void {
  const bytes = map.getUint16(6);
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes] as const;
  for (let at = 0; at < bytes; at += 2) {
    const start = map.getUint16(starts + at);
    const delta = map.getUint16(deltas + at);
    const offset = map.getUint16(offsets + at);
    // The last segment is that of U+FFFF, which is no character.
    for (let code = start; code <= Math.min(map.getUint16(ends + at), 0xfffe); code += 1) {
      const listed = offset === 0 ? code : map.getUint16(offsets + at + offset + 2 * (code - start));
      const hasGlyph = offset === 0 ? ((code + delta) & 0xffff) !== 0 : listed !== 0;
      if (hasGlyph) characters.add(code);
    }
  }
}

/** Format 12: runs of characters whose glyphs follow one another. */
function addGroups(map: DataView, characters: Set<number>): void {
  for (let group = 0; group < map.getUint32(12); group += 1) {
    const at = 16 + group * 12;
    for (let code = map.getUint32(at); code <= map.getUint32(at + 4); code += 1) characters.add(code);
  }
}
