import { FontError } from './font-error.ts';

/** A font as it travels (WOFF 1) and as it is used (sfnt): the same tables, packed one by one. */

const woffSignature = 0x774f4646;
const woffHeader = 44;
const woffEntry = 20;
const sfntHeader = 12;
const sfntEntry = 16;

/**
 * Unpacks a WOFF font. It is done here and not by the library that reads the font, since that unpacks a table each time it
 * looks into it, which takes most of a PDF's time.
 * @throws {FontError} where it is no WOFF font, or a broken one
 */
export async function unpackWoff(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < woffHeader || view.getUint32(0) !== woffSignature) throw new FontError('this is no WOFF font');
  if (packed.length < view.getUint32(8)) throw new FontError('this WOFF font is cut off');
  const count = view.getUint16(12);
  const tables = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const entry = woffHeader + index * woffEntry;
      const [tag, offset, packedLength, length, checksum] = [0, 4, 8, 12, 16].map((at) => view.getUint32(entry + at));
      const bytes = packed.subarray(offset, (offset ?? 0) + (packedLength ?? 0));
      return { tag, checksum, bytes: packedLength === length ? bytes : await inflate(bytes) };
    }),
  );
  const size = tables.reduce((sum, { bytes }) => sum + padded(bytes.length), sfntHeader + count * sfntEntry);
  const font = new Uint8Array(size);
  const out = new DataView(font.buffer);
  const log = Math.floor(Math.log2(count));
  out.setUint32(0, view.getUint32(4));
  for (const [index, value] of [count, 2 ** log * 16, log, (count - 2 ** log) * 16].entries()) {
    out.setUint16(4 + 2 * index, value);
  }
  let offset = sfntHeader + count * sfntEntry;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    for (const [word, value] of [tag, checksum, offset, bytes.length].entries()) {
      out.setUint32(sfntHeader + index * sfntEntry + 4 * word, value ?? 0);
    }
    font.set(bytes, offset);
    offset += padded(bytes.length);
  }
  return font;
}

/** Tables begin at multiples of four bytes. */
const padded = (length: number): number => Math.ceil(length / 4) * 4;

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
