import { createRequire } from 'node:module';
import { ProblemError } from '../problem-error.ts';
import { countValues, type Reader } from './packstream-values.ts';

/**
 * The driver puts a message together whole before anybody can see how large it is, and then reads a large one so that the
 * time grows with the square of its size: one row with a list of ten million numbers would stop this process for minutes,
 * and take gigabytes. So its messages are put together here: one that is too large ends its connection.
 */

/** Bytes of the largest message, which is a row with all that is in it. */
const largestMessage = 8_000_000;

/** Values in the largest message, nested ones too: of the smallest, a few bytes become a hundred. */
const mostValues = 500_000;

/** What the driver keeps bytes in. */
interface Bytes extends Reader {
  readSlice(length: number): Bytes;
  writeBytes(bytes: Bytes): void;
}

/** What the driver reads a message from. */
type Message = Bytes | Pick<Bytes, 'readUInt8'>;

/** The part of the driver that puts messages together of the pieces in which they come. */
interface Dechunker {
  onmessage: (message: Message) => void;
  write(this: Dechunker, bytes: Bytes): void;
}

interface Channel {
  alloc(size: number): Bytes;
  Dechunker: { prototype: Dechunker };
}

/** Makes every driver of this process hold to the limits. */
export function limitMessages(): void {
  // The driver's own copy of its part: another one would not be used by it.
  const partOfDriver = createRequire(createRequire(import.meta.url).resolve('neo4j-driver'));
  const { channel }: { channel: Channel } = partOfDriver('neo4j-driver-bolt-connection');
  const connections = new WeakMap<Dechunker, Pieces>();
  channel.Dechunker.prototype.write = function write(bytes) {
    const pieces = connections.get(this) ?? new Pieces(channel);
    connections.set(this, pieces);
    while (bytes.position < bytes.length) {
      const message = pieces.take(bytes);
      if (message) this.onmessage(message);
    }
  };
}

/** Pieces of the message that is coming: each has its length before it, in two bytes, and one of no length ends it. */
class Pieces {
  readonly #channel: Channel;
  #pieces: Bytes[] = [];
  #size = 0;
  /** The first byte of a length whose second has not come yet. */
  #half: number | undefined;
  /** Bytes of the present piece that are still to come. */
  #missing = 0;
  #isOver = false;

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /** Takes some of the bytes. Answers a message when these are its last. */
  take(bytes: Bytes): Message | undefined {
    if (this.#isOver) {
      bytes.position = bytes.length;
      return undefined;
    }
    if (this.#missing === 0) return this.#takeLength(bytes);
    const length = Math.min(this.#missing, bytes.length - bytes.position);
    this.#pieces.push(bytes.readSlice(length));
    this.#missing -= length;
    return undefined;
  }

  #takeLength(bytes: Bytes): Message | undefined {
    const byte = bytes.readUInt8();
    if (this.#half === undefined) {
      this.#half = byte;
      return undefined;
    }
    this.#missing = this.#half * 256 + byte;
    this.#half = undefined;
    if (this.#missing === 0) return this.#finish();
    this.#size += this.#missing;
    return this.#size > largestMessage ? this.#giveUp() : undefined;
  }

  #finish(): Message | undefined {
    const [first, second] = this.#pieces;
    // A server that has nothing to say for long sends an end without a beginning.
    const message = second ? this.#join() : first;
    this.#pieces = [];
    this.#size = 0;
    if (message === undefined || message.length <= mostValues) return message;
    return countValues(message, mostValues + 1) > mostValues ? this.#giveUp() : message;
  }

  #join(): Bytes {
    const whole = this.#channel.alloc(this.#size);
    for (const piece of this.#pieces) whole.writeBytes(piece);
    whole.position = 0;
    return whole;
  }

  #giveUp(): Message {
    this.#isOver = true;
    this.#pieces = [];
    return unreadable;
  }
}

/** In place of a message that is too large: the driver, which reads it, ends the connection with this problem. */
const unreadable = {
  readUInt8(): never {
    const detail = `a row has more than ${largestMessage} bytes or ${mostValues} values`;
    throw new ProblemError('byte-limit', detail, { values: { bytes: String(largestMessage) } });
  },
};
