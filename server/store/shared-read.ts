import { cancelled } from './store-problems.ts';

interface Read<Value> {
  value: Promise<Value>;
  begunAt: number;
}

/**
 * Something that is read for all who ask meanwhile, and kept for a time. Who goes away leaves the others their answer; what
 * failed is read anew.
 */
export class SharedRead<Value> {
  readonly #read: () => Promise<Value>;
  readonly #keptMs: number;
  #latest: Read<Value> | undefined;

  /**
   * @param read takes no signal, for it belongs to no caller: it must end by itself
   * @param keptMs milliseconds from its beginning on for which a read is good
   */
  constructor(read: () => Promise<Value>, keptMs: number) {
    this.#read = read;
    this.#keptMs = keptMs;
  }

  /** Rejects as reading does, or with the problem `cancelled`. */
  get(signal?: AbortSignal): Promise<Value> {
    if (signal?.aborted) return Promise.reject(cancelled());
    const { value } = this.#fresh() ?? this.#begin();
    return signal ? unlessAborted(value, signal) : value;
  }

  /** Lets the next who asks see what has changed. */
  forget(): void {
    this.#latest = undefined;
  }

  #fresh(): Read<Value> | undefined {
    const latest = this.#latest;
    return latest && performance.now() - latest.begunAt < this.#keptMs ? latest : undefined;
  }

  #begin(): Read<Value> {
    const read = { value: this.#read(), begunAt: performance.now() };
    this.#latest = read;
    read.value.catch(() => {
      if (this.#latest === read) this.#latest = undefined;
    });
    return read;
  }
}

function unlessAborted<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(cancelled());
    signal.addEventListener('abort', onAbort);
    void value.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
