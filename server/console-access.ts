import type { Request } from 'express';
import { clientOf } from './client-of.ts';
import type { Health } from './contract/health.ts';
import { ProblemError } from './problem-error.ts';
import { RefusedTokens } from './refused-tokens.ts';
import type { Settings } from './settings.ts';
import type { SignIn } from './sign-in.ts';
import { openSignIn } from './sign-in-ways.ts';

/** Headers by which a proxy says that it asks for somebody else. */
const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** Who may type queries. Named queries are for everybody, so nobody asks here for them. */
export class ConsoleAccess {
  readonly #mode: Settings['cypherConsole'];
  readonly #signIn: SignIn | undefined;
  readonly #refused = new RefusedTokens();

  constructor({ cypherConsole, signIn }: Settings) {
    this.#mode = cypherConsole;
    this.#signIn = openSignIn(signIn);
  }

  /** Lets a caller in, and says who it is as far as limits for each go. Rejects with a ProblemError. */
  async admit(request: Request): Promise<string> {
    if (this.#mode === 'authenticated') return this.#signedIn(request);
    if (!this.#isOpenTo(request)) {
      throw new ProblemError('cypher-off', 'ad hoc queries are off here; CYPHER_CONSOLE says for whom they are on');
    }
    return clientOf(request);
  }

  /** What a caller is told of the console before it types anything. Never rejects: a token that is not good is none. */
  async stateFor(request: Request): Promise<Pick<Health, 'cypherConsole' | 'signIn'>> {
    if (this.#mode !== 'authenticated') return { cypherConsole: this.#isOpenTo(request), signIn: 'not-needed' };
    const isDone = await this.#signedIn(request).then(
      () => true,
      () => false,
    );
    return { cypherConsole: true, signIn: isDone ? 'done' : 'needed' };
  }

  /** Whose queries in the queue are those of this caller. Never rejects. */
  async clientFor(request: Request): Promise<string> {
    return this.#mode === 'authenticated' ? this.#signedIn(request).catch(() => clientOf(request)) : clientOf(request);
  }

  #isOpenTo({ headers }: Request): boolean {
    // On loopback, a proxy on this machine may ask for somebody who is not at it.
    if (this.#mode === 'here') return forwarding.every((name) => headers[name] === undefined);
    return this.#mode === 'on';
  }

  async #signedIn(request: Request): Promise<string> {
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined || !this.#signIn) {
      throw new ProblemError('sign-in-needed', 'ad hoc queries need a token: Authorization: Bearer …');
    }
    const address = clientOf(request);
    this.#refused.check(address);
    try {
      // Of those who share a token, each has an address of their own.
      return (await this.#signIn(token)) ?? address;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'sign-in-refused') this.#refused.add(address);
      throw error;
    }
  }
}
