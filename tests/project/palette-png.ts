import { crc32, deflateSync } from 'node:zlib';

/** An image as pixels of four bytes, of which the last, opacity, is not looked at. */
export interface Pixels {
  width: number;
  height: number;
  rgba: Uint8Array;
}

type Colour = readonly [red: number, green: number, blue: number];

const mostColours = 256;
/** Colours of the palette lie at least this far apart: nobody sees the difference, and more of them find a place. */
const leastDistance = 10;

/** A PNG of at most 256 colours: half as large as one that keeps every shade of every letter's edge. */
export function palettePng({ width, height, rgba }: Pixels): Buffer {
  const colours = new Uint32Array(width * height);
  for (let index = 0; index < colours.length; index += 1) {
    const at = index * 4;
    colours[index] = ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
  }
  const palette = paletteOf(colours);
  const nearest = new Map<number, number>();
  // Each line begins with the number of its filter: none.
  const lines = Buffer.alloc((width + 1) * height);
  for (const [index, colour] of colours.entries()) {
    const place = nearest.get(colour) ?? nearestIn(palette, partsOf(colour));
    nearest.set(colour, place);
    lines[index + Math.floor(index / width) + 1] = place;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours that differ from each other. */
function paletteOf(colours: Uint32Array): Colour[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette: Colour[] = [];
  for (const [colour] of [...counts].toSorted(([, a], [, b]) => b - a)) {
    if (palette.length === mostColours) break;
    const parts = partsOf(colour);
    if (palette.every((other) => distance(other, parts) >= leastDistance)) palette.push(parts);
  }
  return palette;
}

const partsOf = (colour: number): Colour => [colour >> 16, (colour >> 8) & 255, colour & 255];

const distance = (a: Colour, b: Colour): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

function nearestIn(palette: readonly Colour[], colour: Colour): number {
  const distances = palette.map((other) => distance(other, colour));
  return distances.indexOf(Math.min(...distances));
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
