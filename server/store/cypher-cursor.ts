import { isKeyword, type Token } from './cypher-text.ts';
import { isName, isSymbol } from './token-search.ts';

/** Thrown where a text says something for which there is no place in the tree. */
export class BeyondSyntax extends Error {
  readonly start: number;

  constructor(start: number) {
    super('this part of Cypher has no place in the tree');
    this.start = start;
  }
}

/** Reads tokens one after the other. What it expects and does not find is thrown as BeyondSyntax. */
export class Cursor {
  readonly #tokens: Token[];
  #index = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  /** Where to go back to. */
  get index(): number {
    return this.#index;
  }

  get isAtEnd(): boolean {
    return this.#index >= this.#tokens.length;
  }

  /** Where the next token begins. */
  get start(): number {
    return this.peek()?.start ?? this.end;
  }

  /** Where the last token ended. */
  get end(): number {
    return this.#tokens[this.#index - 1]?.end ?? 0;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#index + ahead];
  }

  next(): Token {
    const token = this.peek();
    if (!token) throw this.beyond();
    this.#index += 1;
    return token;
  }

  goBack(index: number): void {
    this.#index = index;
  }

  /** Whether these symbols and keywords come next. */
  sees(...texts: string[]): boolean {
    return texts.every((text, ahead) => {
      const token = this.peek(ahead);
      return /\w/.test(text) ? isKeyword(token, text) : isSymbol(token, text);
    });
  }

  /** Takes these symbols and keywords, if they come next. */
  takes(...texts: string[]): boolean {
    if (!this.sees(...texts)) return false;
    this.#index += texts.length;
    return true;
  }

  expect(...texts: string[]): void {
    if (!this.takes(...texts)) throw this.beyond();
  }

  name(): string {
    if (!isName(this.peek())) throw this.beyond();
    return this.next().text;
  }

  /** Reads `item`, and again after each comma. */
  list<T>(item: () => T): T[] {
    const items = [item()];
    while (this.takes(',')) items.push(item());
    return items;
  }

  beyond(): BeyondSyntax {
    return new BeyondSyntax(this.start);
  }
}
