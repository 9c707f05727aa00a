import { PatternParser } from './cypher-patterns.ts';
import type { Clause, Item, Projection, Query } from './cypher-syntax.ts';
import { tokenize } from './cypher-text.ts';
import { isSymbol } from './token-search.ts';

/**
 * Reads a query that only reads. It is for texts that an engine has parsed already: what is wrong need not be noticed.
 * Throws BeyondSyntax at what the tree has no place for.
 */
export function parseCypher(cypher: string): Query {
  const parser = new QueryParser(cypher);
  const query = parser.query();
  while (parser.takes(';'));
  if (!parser.isAtEnd) throw parser.beyond();
  return query;
}

class QueryParser extends PatternParser {
  readonly #cypher: string;

  constructor(cypher: string) {
    super(tokenize(cypher));
    this.#cypher = cypher;
  }

  query(): Query {
    const parts = [this.#clauses()];
    while (this.takes('UNION')) {
      this.takes('ALL');
      parts.push(this.#clauses());
    }
    return { parts };
  }

  /** What is in the braces of EXISTS and COUNT: a query, or a pattern alone. */
  protected override subquery(): Query {
    const { start } = this;
    if (!isSymbol(this.peek(), '(')) return this.query();
    const match = this.#match(start, false);
    return { parts: [[{ ...match, start, end: this.end }]] };
  }

  #clauses(): Clause[] {
    const clauses: Clause[] = [];
    for (;;) {
      const { start } = this;
      const clause = this.#clause(start);
      if (!clause) return clauses;
      clauses.push({ ...clause, start, end: this.end });
    }
  }

  #clause(start: number): Clause | undefined {
    if (this.takes('OPTIONAL', 'MATCH')) return this.#match(start, true);
    if (this.takes('MATCH')) return this.#match(start, false);
    if (this.takes('UNWIND')) return this.#unwind(start);
    if (this.takes('WITH')) {
      const projection = this.#projection();
      const where = this.takes('WHERE') ? this.expression() : undefined;
      return { kind: 'with', projection, where, start, end: this.end };
    }
    if (this.takes('RETURN')) return { kind: 'return', projection: this.#projection(), start, end: this.end };
    return this.takes('CALL') ? this.#call(start) : undefined;
  }

  #match(start: number, isOptional: boolean): Clause {
    const patterns = this.list(() => this.pathPattern());
    const where = this.takes('WHERE') ? this.expression() : undefined;
    return { kind: 'match', isOptional, patterns, where, start, end: this.end };
  }

  #unwind(start: number): Clause {
    const list = this.expression();
    this.expect('AS');
    return { kind: 'unwind', list, variable: this.name(), start, end: this.end };
  }

  #call(start: number): Clause {
    if (this.sees('{') || this.sees('(')) {
      const imports = this.takes('(') ? this.#imports() : undefined;
      this.expect('{');
      const query = this.query();
      this.expect('}');
      return { kind: 'subquery', imports, query, start, end: this.end };
    }
    do this.name();
    while (this.takes('.'));
    if (this.takes('(')) {
      if (!this.sees(')')) this.list(() => this.expression());
      this.expect(')');
    }
    const yields = this.takes('YIELD') ? this.list(() => this.#yielded()) : [];
    return { kind: 'procedure', yields, start, end: this.end };
  }

  #imports(): string[] | 'all' {
    if (this.takes('*', ')')) return 'all';
    const names = this.sees(')') ? [] : this.list(() => this.name());
    this.expect(')');
    return names;
  }

  #yielded(): string {
    const name = this.name();
    return this.takes('AS') ? this.name() : name;
  }

  #projection(): Projection {
    const { start } = this;
    const isDistinct = this.takes('DISTINCT');
    const hasStar = this.takes('*');
    const items = hasStar && !this.takes(',') ? [] : this.list(() => this.#item());
    const order = this.takes('ORDER', 'BY') ? this.list(() => this.#sorted()) : [];
    const skip = this.takes('SKIP') ? this.expression() : undefined;
    const limit = this.takes('LIMIT') ? this.expression() : undefined;
    return { isDistinct, hasStar, items, order, skip, limit, start, end: this.end };
  }

  #item(): Item {
    const value = this.expression();
    if (this.takes('AS')) return { value, name: this.name(), hasAlias: true };
    return { value, name: this.#cypher.slice(value.start, value.end), hasAlias: false };
  }

  #sorted(): { by: Projection['order'][number]['by'] } {
    const by = this.expression();
    for (const word of ['ASC', 'ASCENDING', 'DESC', 'DESCENDING']) if (this.takes(word)) break;
    return { by };
  }
}
