import { Cursor } from './cypher-cursor.ts';
import type { Branch, Entry, Expression, PathPattern, Query } from './cypher-syntax.ts';
import type { Token } from './cypher-text.ts';
import { isName, isSymbol } from './token-search.ts';

type Shape<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never;

const comparisons = ['<=', '>=', '<>', '=', '<', '>'];
const tests = 'IN,STARTS WITH,ENDS WITH,CONTAINS,=~'.split(',');
const quantifiers = ['ALL', 'ANY', 'NONE', 'SINGLE'] as const;

/** Reads expressions, from what binds least to what binds most. Patterns and queries inside them are left to those who know. */
export abstract class ExpressionParser extends Cursor {
  protected abstract pathPattern(): PathPattern;
  protected abstract subquery(): Query;

  expression(): Expression {
    return this.#binary(['OR'], () => this.#binary(['XOR'], () => this.#binary(['AND'], () => this.#not())));
  }

  /** `{name: value, …}` */
  protected map(): Expression {
    const start = this.start;
    this.expect('{');
    const entries = this.takes('}') ? [] : this.list(() => this.#entry());
    if (entries.length > 0) this.expect('}');
    return this.#made(start, { kind: 'map', entries });
  }

  protected parameter(): Expression {
    const start = this.start;
    return this.#made(start, { kind: 'parameter', name: this.next().text });
  }

  #made(start: number, shape: Shape<Expression>): Expression {
    return { ...shape, start, end: this.end };
  }

  #binary(operators: string[], operand: () => Expression): Expression {
    const start = this.start;
    let left = operand();
    for (let operator = this.#operator(operators); operator !== undefined; operator = this.#operator(operators)) {
      left = this.#made(start, { kind: 'binary', operator, left, right: operand() });
    }
    return left;
  }

  #operator(operators: string[]): string | undefined {
    return operators.find((operator) => this.takes(...wordsOf(operator)));
  }

  #not(): Expression {
    const start = this.start;
    if (!this.takes('NOT')) return this.#comparison();
    return this.#made(start, { kind: 'unary', operator: 'NOT', of: this.#not() });
  }

  /** `a < b <= c` is `a < b AND b <= c`. */
  #comparison(): Expression {
    const start = this.start;
    let left = this.#test();
    let whole: Expression | undefined;
    while (!this.sees('=', '~')) {
      const operator = this.#operator(comparisons);
      if (operator === undefined) break;
      const right = this.#test();
      const compared = this.#made(start, { kind: 'binary', operator, left, right });
      whole = whole ? this.#made(start, { kind: 'binary', operator: 'AND', left: whole, right: compared }) : compared;
      left = right;
    }
    return whole ?? left;
  }

  /** At most one of these: two engines disagree about what comes after it. */
  #test(): Expression {
    const start = this.start;
    const left = this.#sum();
    let test: Expression | undefined;
    if (this.takes('IS', 'NULL') || this.takes('IS', 'NOT', 'NULL')) {
      test = this.#made(start, { kind: 'null-test', of: left });
    } else {
      const operator = this.#operator(tests);
      if (operator !== undefined) test = this.#made(start, { kind: 'binary', operator, left, right: this.#sum() });
    }
    if (test && ['IS', ...tests].some((word) => this.sees(...wordsOf(word)))) throw this.beyond();
    return test ?? left;
  }

  #sum(): Expression {
    return this.#binary(['+', '-'], () => this.#binary(['*', '/', '%'], () => this.#binary(['^'], () => this.#sign())));
  }

  #sign(): Expression {
    const start = this.start;
    for (const operator of ['-', '+'] as const) {
      if (this.takes(operator)) return this.#made(start, { kind: 'unary', operator, of: this.#sign() });
    }
    return this.#postfix();
  }

  #postfix(): Expression {
    const start = this.start;
    let of = this.#atom();
    for (;;) {
      if (isSymbol(this.peek(), '.') && isName(this.peek(1))) {
        this.next();
        of = this.#made(start, { kind: 'property', of, name: this.name() });
      } else if (this.takes('[')) {
        of = this.#element(start, of);
      } else if (isSymbol(this.peek(), ':') && isName(this.peek(1))) {
        while (this.takes(':')) this.name();
        of = this.#made(start, { kind: 'labels', of });
      } else {
        return of;
      }
    }
  }

  /** What is in the brackets of `list[1]` or `list[1..2]`, after the first of them. */
  #element(start: number, of: Expression): Expression {
    const first = this.sees('.', '.') ? undefined : this.expression();
    if (first && this.takes(']')) return this.#made(start, { kind: 'index', of, at: first });
    this.expect('.', '.');
    const to = this.sees(']') ? undefined : this.expression();
    this.expect(']');
    return this.#made(start, { kind: 'slice', of, from: first, to });
  }

  #atom(): Expression {
    const token = this.peek();
    if (!token) throw this.beyond();
    const { start, kind } = token;
    if (kind === 'string' || kind === 'number') return this.#literal(this.next());
    if (kind === 'parameter') return this.parameter();
    // `.5` is cut into two.
    if (this.sees('.') && this.peek(1)?.kind === 'number') {
      this.next();
      const value = Number(`.${this.next().text}`);
      return this.#made(start, { kind: 'literal', value, isFloat: true });
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
    const variable = this.#made(start, { kind: 'variable', name });
    return this.sees('{') ? this.#projection(variable) : variable;
  }

  #literal({ kind, text, start }: Token): Expression {
    if (kind === 'string') return this.#made(start, { kind: 'literal', value: unquoted(text), isFloat: false });
    // `1e-3` is cut into three tokens.
    if (/^\d[\d.]*e$/i.test(text) && (this.takes('-') || this.takes('+'))) {
      this.next();
      return this.#made(start, { kind: 'literal', value: Number.NaN, isFloat: true });
    }
    if (!/^(?:\d+(?:\.\d+)?(?:e\d+)?|0x[\da-f]+|0o[0-7]+)$/i.test(text)) throw this.beyond();
    const isFloat = /[.e]/i.test(text) && !/^0x/i.test(text);
    return this.#made(start, { kind: 'literal', value: Number(text), isFloat });
  }

  /** What begins with a word that is no name. */
  #special(start: number): Expression | undefined {
    for (const [word, value] of [
      ['TRUE', true],
      ['FALSE', false],
      ['NULL', null],
    ] as const) {
      if (this.takes(word)) return this.#made(start, { kind: 'literal', value, isFloat: false });
    }
    if (this.takes('CASE')) return this.#case(start);
    for (const kind of ['EXISTS', 'COUNT'] as const) {
      if (!this.takes(kind, '{')) continue;
      const query = this.subquery();
      this.expect('}');
      return this.#made(start, { kind: kind === 'EXISTS' ? 'exists' : 'count', query });
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
    return this.#made(start, { kind: 'call', name, isDistinct, hasStar, args });
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
    return this.#made(start, { kind: 'case', subject, branches, otherwise });
  }

  #quantifier(start: number, word: (typeof quantifiers)[number]): Expression {
    const variable = this.name();
    this.expect('IN');
    const list = this.expression();
    this.expect('WHERE');
    const where = this.expression();
    this.expect(')');
    return this.#made(start, { kind: 'quantifier', word, variable, list, where });
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
    return this.#made(start, { kind: 'reduction', accumulator, initial, variable, list, step });
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
    return this.#made(start, { kind: 'list', items });
  }

  #comprehension(start: number): Expression {
    const variable = this.name();
    this.expect('IN');
    const list = this.expression();
    const where = this.takes('WHERE') ? this.expression() : undefined;
    const result = this.takes('|') ? this.expression() : undefined;
    this.expect(']');
    return this.#made(start, { kind: 'comprehension', variable, list, where, result });
  }

  #patternComprehension(start: number): Expression {
    const pattern = this.pathPattern();
    const where = this.takes('WHERE') ? this.expression() : undefined;
    this.expect('|');
    const result = this.expression();
    this.expect(']');
    return this.#made(start, { kind: 'pattern-comprehension', pattern, where, result });
  }

  /** A pattern, or an expression in parentheses. */
  #parentheses(): Expression {
    const start = this.start;
    const pattern = this.#attempt(() => {
      const path = this.pathPattern();
      if (path.relationships.length === 0) throw this.beyond();
      return this.#made(start, { kind: 'pattern', pattern: path });
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
    return this.#made(of.start, { kind: 'projection', of, properties, hasAll, entries });
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
    return { name, value: this.#made(start, { kind: 'variable', name }) };
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

/** The tokens that an operator is made of. */
function wordsOf(operator: string): string[] {
  return operator.split(/\w/.test(operator) ? ' ' : '');
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll(/\\([\s\S])/g, (_, letter: string) => escapes[letter] ?? letter);
}

const escapes: Record<string, string> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' };
