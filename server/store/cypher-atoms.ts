import { Cursor } from './cypher-cursor.ts';
import type { Branch, Entry, Expression, PathPattern, Query } from './cypher-syntax.ts';
import type { Token } from './cypher-text.ts';
import { isName, isSymbol } from './token-search.ts';

type Shape<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never;

const quantifiers = ['ALL', 'ANY', 'NONE', 'SINGLE'] as const;

/** Reads what expressions are made of: literals, names, calls and all that stands in brackets. */
export abstract class AtomParser extends Cursor {
  abstract expression(): Expression;
  protected abstract pathPattern(): PathPattern;
  protected abstract subquery(): Query;

  /** `{name: value, …}` */
  protected map(): Expression {
    const start = this.start;
    this.expect('{');
    const entries = this.takes('}') ? [] : this.list(() => this.#entry());
    if (entries.length > 0) this.expect('}');
    return this.made(start, { kind: 'map', entries });
  }

  protected parameter(): Expression {
    const start = this.start;
    return this.made(start, { kind: 'parameter', name: this.next().text });
  }

  protected made(start: number, shape: Shape<Expression>): Expression {
    return { ...shape, start, end: this.end };
  }

  protected atom(): Expression {
    const token = this.peek();
    if (!token) throw this.beyond();
    const { start, kind } = token;
    if (kind === 'string' || kind === 'number') return this.#literal(this.next());
    if (kind === 'parameter') return this.parameter();
    // `.5` is cut into two.
    if (this.sees('.') && this.peek(1)?.kind === 'number') {
      this.next();
      const value = Number(`.${this.next().text}`);
      return this.made(start, { kind: 'literal', value, isFloat: true });
    }
    if (this.sees('[')) return this.#brackets();
    if (this.sees('{')) return this.map();
    if (this.sees('(')) return this.#parentheses();
    if (kind === 'word') {
      const special = this.#special(start);
      if (special) return special;
    }
    const name = this.name();
    if (this.takes('(')) return this.#call(start, name);
    const variable = this.made(start, { kind: 'variable', name });
    return this.sees('{') ? this.#projection(variable) : variable;
  }

  #literal({ kind, text, start }: Token): Expression {
    if (kind === 'string') return this.made(start, { kind: 'literal', value: unquoted(text), isFloat: false });
    // `1e-3` is cut into three tokens.
    if (/^\d[\d.]*e$/i.test(text) && (this.takes('-') || this.takes('+'))) {
      this.next();
      return this.made(start, { kind: 'literal', value: Number.NaN, isFloat: true });
    }
    if (!/^(?:\d+(?:\.\d+)?(?:e\d+)?|0x[\da-f]+|0o[0-7]+)$/i.test(text)) throw this.beyond();
    const isFloat = /[.e]/i.test(text) && !/^0x/i.test(text);
    return this.made(start, { kind: 'literal', value: Number(text), isFloat });
  }

  /** What begins with a word that is no name. */
  #special(start: number): Expression | undefined {
    for (const [word, value] of [
      ['TRUE', true],
      ['FALSE', false],
      ['NULL', null],
    ] as const) {
      if (this.takes(word)) return this.made(start, { kind: 'literal', value, isFloat: false });
    }
    if (this.takes('CASE')) return this.#case(start);
    for (const kind of ['EXISTS', 'COUNT'] as const) {
      if (!this.takes(kind, '{')) continue;
      const query = this.subquery();
      this.expect('}');
      return this.made(start, { kind: kind === 'EXISTS' ? 'exists' : 'count', query });
    }
    const word = quantifiers.find((name) => this.takes(name, '('));
    if (word) return this.#quantifier(start, word);
    return this.takes('REDUCE', '(') ? this.#reduction(start) : undefined;
  }

  #call(start: number, name: string): Expression {
    const isDistinct = this.takes('DISTINCT');
    const hasStar = this.takes('*');
    const args = hasStar || this.sees(')') ? [] : this.list(() => this.expression());
    this.expect(')');
    return this.made(start, { kind: 'call', name, isDistinct, hasStar, args });
  }

  #case(start: number): Expression {
    const subject = this.sees('WHEN') ? undefined : this.expression();
    const branches: Branch[] = [];
    while (this.takes('WHEN')) {
      const when = this.expression();
      this.expect('THEN');
      branches.push({ when, result: this.expression() });
    }
    const otherwise = this.takes('ELSE') ? this.expression() : undefined;
    this.expect('END');
    return this.made(start, { kind: 'case', subject, branches, otherwise });
  }

  #quantifier(start: number, word: (typeof quantifiers)[number]): Expression {
    const variable = this.name();
    this.expect('IN');
    const list = this.expression();
    this.expect('WHERE');
    const where = this.expression();
    this.expect(')');
    return this.made(start, { kind: 'quantifier', word, variable, list, where });
  }

  #reduction(start: number): Expression {
    const accumulator = this.name();
    this.expect('=');
    const initial = this.expression();
    this.expect(',');
    const variable = this.name();
    this.expect('IN');
    const list = this.expression();
    this.expect('|');
    const step = this.expression();
    this.expect(')');
    return this.made(start, { kind: 'reduction', accumulator, initial, variable, list, step });
  }

  /** A list, a list comprehension or a pattern comprehension. */
  #brackets(): Expression {
    const start = this.start;
    this.expect('[');
    if (isName(this.peek()) && this.peek(1)?.text.toUpperCase() === 'IN') return this.#comprehension(start);
    const pattern = this.#attempt(() => this.#patternComprehension(start));
    if (pattern) return pattern;
    const items = this.sees(']') ? [] : this.list(() => this.expression());
    this.expect(']');
    return this.made(start, { kind: 'list', items });
  }

  #comprehension(start: number): Expression {
    const variable = this.name();
    this.expect('IN');
    const list = this.expression();
    const where = this.takes('WHERE') ? this.expression() : undefined;
    const result = this.takes('|') ? this.expression() : undefined;
    this.expect(']');
    return this.made(start, { kind: 'comprehension', variable, list, where, result });
  }

  #patternComprehension(start: number): Expression {
    const pattern = this.pathPattern();
    const where = this.takes('WHERE') ? this.expression() : undefined;
    this.expect('|');
    const result = this.expression();
    this.expect(']');
    return this.made(start, { kind: 'pattern-comprehension', pattern, where, result });
  }

  /** A pattern, or an expression in parentheses. */
  #parentheses(): Expression {
    const start = this.start;
    const pattern = this.#attempt(() => {
      const path = this.pathPattern();
      if (path.relationships.length === 0) throw this.beyond();
      return this.made(start, { kind: 'pattern', pattern: path });
    });
    if (pattern) return pattern;
    this.expect('(');
    const inner = this.expression();
    this.expect(')');
    return { ...inner, start, end: this.end };
  }

  /** `n {.name, .*, other: 1}` */
  #projection(of: Expression): Expression {
    this.expect('{');
    const [properties, entries]: [string[], Entry[]] = [[], []];
    let hasAll = false;
    const item = () => {
      if (this.takes('.', '*')) hasAll = true;
      else if (this.takes('.')) properties.push(this.name());
      else if (isSymbol(this.peek(1), ':')) entries.push(this.#entry());
      else entries.push(this.#ownEntry());
    };
    if (!this.sees('}')) this.list(item);
    this.expect('}');
    return this.made(of.start, { kind: 'projection', of, properties, hasAll, entries });
  }

  #entry(): Entry {
    const name = this.name();
    this.expect(':');
    return { name, value: this.expression() };
  }

  /** A variable under its own name. */
  #ownEntry(): Entry {
    const start = this.start;
    const name = this.name();
    return { name, value: this.made(start, { kind: 'variable', name }) };
  }

  /** What a reading gives, or nothing and back to where it began. */
  #attempt<T>(read: () => T): T | undefined {
    const { index } = this;
    try {
      return read();
    } catch {
      this.goBack(index);
      return undefined;
    }
  }
}

/** What a text in quotes stands for. */
function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll(/\\(u[\da-f]{4}|[\s\S])/gi, (_, escape: string) => {
    if (escape.length > 1) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return escapes[escape] ?? escape;
  });
}

const escapes: Record<string, string> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' };
