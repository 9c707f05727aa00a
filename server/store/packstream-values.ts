/** Bytes that are read one after the other. */
export interface Reader {
  length: number;
  position: number;
  readUInt8(): number;
  readUInt16(): number;
  readUInt32(): number;
}

type Skip = (bytes: Reader) => number;

const nothing: Skip = () => 0;
const bytesOf = (count: number) => () => count;
const asLongAs8: Skip = (bytes) => bytes.readUInt8();
const asLongAs16: Skip = (bytes) => bytes.readUInt16();
const asLongAs32: Skip = (bytes) => bytes.readUInt32();

/**
 * How many bytes to pass over after a marker of PackStream, in which Bolt writes its values, once its own length is read:
 * those of a number or a text. What is in a list, a map or a structure follows as values of their own.
 */
const skips = new Map<number, Skip>([
  [0xc1, bytesOf(8)],
  [0xc8, bytesOf(1)],
  [0xc9, bytesOf(2)],
  [0xca, bytesOf(4)],
  [0xcb, bytesOf(8)],
  ...[0xcc, 0xd0].map((marker) => [marker, asLongAs8] as const),
  ...[0xcd, 0xd1].map((marker) => [marker, asLongAs16] as const),
  ...[0xce, 0xd2].map((marker) => [marker, asLongAs32] as const),
  // Lists, maps and structures: their lengths are read and say nothing of bytes.
  ...[0xd4, 0xd8, 0xdc].map((marker) => [marker, ignoring(asLongAs8)] as const),
  ...[0xd5, 0xd9, 0xdd].map((marker) => [marker, ignoring(asLongAs16)] as const),
  ...[0xd6, 0xda].map((marker) => [marker, ignoring(asLongAs32)] as const),
]);

/**
 * Counts the values in a message, the nested ones too, without making any of them; it stops at `most`. The reader is left
 * where it was.
 */
export function countValues(bytes: Reader, most: number): number {
  const start = bytes.position;
  let count = 0;
  while (bytes.position < bytes.length && count < most) {
    count += 1;
    const marker = bytes.readUInt8();
    // A text of up to 15 bytes has its length in the marker.
    const isShortText = marker >= 0x80 && marker <= 0x8f;
    const skipped = isShortText ? marker - 0x80 : (skips.get(marker) ?? nothing)(bytes);
    bytes.position += skipped;
  }
  bytes.position = start;
  return count;
}

function ignoring(readLength: Skip): Skip {
  return (bytes) => {
    readLength(bytes);
    return 0;
  };
}
