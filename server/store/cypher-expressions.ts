import { AtomParser } from './cypher-atoms.ts';
import type { Expression } from './cypher-syntax.ts';
import { isName, isSymbol } from './token-search.ts';

const comparisons = ['<=', '>=', '<>', '=', '<', '>'];
const tests = 'IN,STARTS WITH,ENDS WITH,CONTAINS,=~'.split(',');

/** Reads expressions, from what binds least to what binds most. Patterns and queries inside them are left to those who know. */
export abstract class ExpressionParser extends AtomParser {
  override expression(): Expression {
    return this.#binary(['OR'], () => this.#binary(['XOR'], () => this.#binary(['AND'], () => this.#not())));
  }

  #binary(operators: string[], operand: () => Expression): Expression {
    const start = this.start;
    let left = operand();
    for (let operator = this.#operator(operators); operator !== undefined; operator = this.#operator(operators)) {
      left = this.made(start, { kind: 'binary', operator, left, right: operand() });
    }
    return left;
  }

  #operator(operators: string[]): string | undefined {
    return operators.find((operator) => this.takes(...wordsOf(operator)));
  }

  #not(): Expression {
    const start = this.start;
    if (!this.takes('NOT')) return this.#comparison();
    return this.made(start, { kind: 'unary', operator: 'NOT', of: this.#not() });
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
      const compared = this.made(start, { kind: 'binary', operator, left, right });
      whole = whole ? this.made(start, { kind: 'binary', operator: 'AND', left: whole, right: compared }) : compared;
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
      test = this.made(start, { kind: 'null-test', of: left });
    } else {
      const operator = this.#operator(tests);
      if (operator !== undefined) test = this.made(start, { kind: 'binary', operator, left, right: this.#sum() });
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
      if (this.takes(operator)) return this.made(start, { kind: 'unary', operator, of: this.#sign() });
    }
    return this.#postfix();
  }

  #postfix(): Expression {
    const start = this.start;
    let of = this.atom();
    for (;;) {
      if (isSymbol(this.peek(), '.') && isName(this.peek(1))) {
        this.next();
        of = this.made(start, { kind: 'property', of, name: this.name() });
      } else if (this.takes('[')) {
        of = this.#element(start, of);
      } else if (isSymbol(this.peek(), ':') && isName(this.peek(1))) {
        while (this.takes(':')) this.name();
        of = this.made(start, { kind: 'labels', of });
      } else {
        return of;
      }
    }
  }

  /** What is in the brackets of `list[1]` or `list[1..2]`, after the first of them. */
  #element(start: number, of: Expression): Expression {
    const first = this.sees('.', '.') ? undefined : this.expression();
    if (first && this.takes(']')) return this.made(start, { kind: 'index', of, at: first });
    this.expect('.', '.');
    const to = this.sees(']') ? undefined : this.expression();
    this.expect(']');
    return this.made(start, { kind: 'slice', of, from: first, to });
  }
}

/** The tokens that an operator is made of. */
function wordsOf(operator: string): string[] {
  return operator.split(/\w/.test(operator) ? ' ' : '');
}
