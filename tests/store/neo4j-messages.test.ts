import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../server/problem-error.ts';
import { limitMessages } from '../../server/store/neo4j-messages.ts';
import { countValues, type Reader } from '../../server/store/packstream-values.ts';

/** The driver's own parts, as it uses them itself. */
interface Parts {
  channel: {
    alloc(size: number): Reader & { writeUInt8(byte: number): void };
    Dechunker: new () => { write(bytes: Reader): void };
  };
  packstream: { v2: { Packer: new (to: unknown) => { packable(value: unknown): () => void } } };
}

const partOfDriver = createRequire(createRequire(import.meta.url).resolve('neo4j-driver'));
const { channel, packstream }: Parts = partOfDriver('neo4j-driver-bolt-connection');
limitMessages();

function bytesFrom(list: number[]): Reader {
  const bytes = channel.alloc(list.length);
  for (const byte of list) bytes.writeUInt8(byte);
  bytes.position = 0;
  return bytes;
}

/** A value as it travels. */
function packed(value: unknown): Reader {
  const list: number[] = [];
  const writeInt = (size: number) => (number: number) => {
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, number >>> 0);
    for (let index = 4 - size; index < 4; index += 1) list.push(view.getUint8(index));
  };
  const to = {
    writeUInt8: writeInt(1),
    writeInt8: writeInt(1),
    writeInt16: writeInt(2),
    writeUInt16: writeInt(2),
    writeInt32: writeInt(4),
    writeUInt32: writeInt(4),
    writeFloat64: (number: number) => list.push(...new Uint8Array(new Float64Array([number]).buffer).toReversed()),
    writeBytes: (bytes: Reader) => {
      while (bytes.position < bytes.length) list.push(bytes.readUInt8());
    },
  };
  new packstream.v2.Packer(to).packable(value)();
  return bytesFrom(list);
}

/** How many values there are in a value, itself and the keys of its maps among them. */
function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), 1);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + 1 + sizeOf(item), 1);
}

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom(null, true, false, '', 'x'.repeat(300), 'x'.repeat(70_000)),
    fc.double({ noNaN: true }),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.array(tie('value'), { maxLength: 40 }),
    fc.dictionary(fc.string({ maxLength: 20 }), tie('value'), { maxKeys: 20, noNullPrototype: true }),
    fc.constant(Array.from({ length: 300 }, (_, index) => index)),
  ),
}));

/** A message in pieces of this many bytes, as Bolt sends it. */
function chunked(message: number[], piece: number): Reader {
  const bytes: number[] = [];
  for (let start = 0; start < message.length; start += piece) {
    const part = message.slice(start, start + piece);
    bytes.push(part.length >> 8, part.length & 0xff, ...part);
  }
  return bytesFrom([...bytes, 0, 0]);
}

describe('the values of a message', () => {
  it('are counted without making them, and the message can still be read', () => {
    fc.assert(
      fc.property(value, (any) => {
        const bytes = packed(any);
        const count = sizeOf(any);
        expect(countValues(bytes, Infinity)).toBe(count);
        expect(countValues(bytes, 3)).toBe(Math.min(count, 3));
        expect(bytes.position).toBe(0);
      }),
    );
  });

  it('are counted to the end of any bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 })), (list) => {
        // Bytes that are no message may end within a value.
        const bytes = bytesFrom([...list, 0, 0, 0, 0]);
        expect(countValues(bytes, Infinity)).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

/** The largest piece that there is, with its length before it. */
function largePiece(): Reader {
  const bytes = channel.alloc(2 + 0xffff);
  for (const byte of [0xff, 0xff]) bytes.writeUInt8(byte);
  bytes.position = 0;
  return bytes;
}

/** A message of so many times 50,000 nulls. */
const nulls = (size: number): Reader[] => [
  ...Array.from({ length: size }, () => bytesFrom([0xc3, 0x50, ...Array.from({ length: 50_000 }, () => 0xc0)])),
  bytesFrom([0, 0]),
];

/** What the driver gets of these bytes: messages, and problems by their code. */
const receive = (bytes: Reader[]) => {
  const dechunker = new channel.Dechunker();
  const received: (number[] | string)[] = [];
  const onmessage = (message: Reader) => {
    try {
      const list = [message.readUInt8()];
      while (message.position < message.length) list.push(message.readUInt8());
      received.push(list);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      received.push(error.code);
    }
  };
  Object.assign(dechunker, { onmessage });
  for (const part of bytes) dechunker.write(part);
  return received;
};

describe('a message of Neo4j', () => {
  it('is the same in however many pieces it comes', () => {
    const message = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 5 }), fc.integer({ min: 1, max: 250 }), (messages, piece) => {
        expect(receive(messages.map((one) => chunked(one, piece)))).toEqual(messages);
      }),
    );
  });

  it('is the same wherever the bytes are cut on their way', () => {
    const message = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 5 }), (messages) => {
        const singly = messages.flatMap((one) => {
          const bytes = chunked(one, 7);
          return Array.from({ length: bytes.length }, () => bytesFrom([bytes.readUInt8()]));
        });
        expect(receive([bytesFrom([0, 0]), ...singly])).toEqual(messages);
      }),
    );
  });

  it('is not put together when it is too large, and nothing after it is read', () => {
    const pieces = Array.from({ length: 130 }, largePiece);
    expect(receive([...pieces, bytesFrom([0, 0]), bytesFrom([0, 1, 7, 0, 0])])).toEqual(['byte-limit']);
  });

  it('is not read when it has too many values', () => {
    expect(receive(nulls(10)).map((one) => one.length)).toEqual([500_000]);
    expect(receive(nulls(11))).toEqual(['byte-limit']);
  });
});
