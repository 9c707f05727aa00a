import { ProblemError } from './problem-error.ts';

const windowMs = 60_000;

/** How many tokens of a client may be refused in a minute. */
const mostOfOne = 60;

/** Clients that are remembered; beyond them, the one that began first is forgotten. */
const mostClients = 10_000;

/**
 * Counts the tokens that were refused in this minute. It makes it slow to guess tokens, and to have the issuer asked for
 * keys that it does not have.
 */
export class RefusedTokens {
  readonly #now: () => number;
  readonly #counts = new Map<string, number>();
  #windowEnd = 0;

  /** @param now milliseconds since any moment */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Throws a ProblemError where so many tokens of this client were refused that its next one is not looked at. */
  check(client: string): void {
    this.#forgetOld();
    if ((this.#counts.get(client) ?? 0) < mostOfOne) return;
    throw new ProblemError('too-many-requests', `more than ${mostOfOne} tokens in a minute were refused`, {
      retryAfterSeconds: Math.ceil((this.#windowEnd - this.#now()) / 1000),
      values: { limit: String(mostOfOne) },
    });
  }

  /** Remembers that a token of this client was refused. */
  add(client: string): void {
    this.#forgetOld();
    this.#counts.set(client, (this.#counts.get(client) ?? 0) + 1);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > mostClients && oldest !== undefined) this.#counts.delete(oldest);
  }

  #forgetOld(): void {
    if (this.#now() < this.#windowEnd) return;
    this.#counts.clear();
    this.#windowEnd = this.#now() + windowMs;
  }
}
