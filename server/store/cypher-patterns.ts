import { ExpressionParser } from './cypher-expressions.ts';
import type { Expression, NodePattern, PathPattern, RelationshipPattern } from './cypher-syntax.ts';
import { isName } from './token-search.ts';

/** Reads paths such as `p = (a:Label {key: 1})-[r:TYPE*1..3]->(b)`. */
export abstract class PatternParser extends ExpressionParser {
  override pathPattern(): PathPattern {
    const start = this.start;
    let variable: string | undefined;
    if (isName(this.peek()) && this.peek(1)?.text === '=') {
      variable = this.name();
      this.expect('=');
    }
    for (const [word, shortest] of [
      ['SHORTESTPATH', 'one'],
      ['ALLSHORTESTPATHS', 'all'],
    ] as const) {
      if (!this.takes(word, '(')) continue;
      const path = this.#chain(start, variable, shortest);
      this.expect(')');
      return { ...path, end: this.end };
    }
    return this.#chain(start, variable, undefined);
  }

  #chain(start: number, variable: string | undefined, shortest: PathPattern['shortest']): PathPattern {
    const nodes = [this.#node()];
    const relationships: RelationshipPattern[] = [];
    while (this.sees('-') || this.sees('<', '-')) {
      relationships.push(this.#relationship());
      nodes.push(this.#node());
    }
    return { variable, shortest, nodes, relationships, start, end: this.end };
  }

  #node(): NodePattern {
    const start = this.start;
    this.expect('(');
    const variable = this.#variable();
    while (this.takes(':')) this.name();
    const properties = this.#properties();
    this.expect(')');
    return { variable, properties, start, end: this.end };
  }

  #relationship(): RelationshipPattern {
    const start = this.start;
    const isLeft = this.takes('<', '-');
    if (!isLeft) this.expect('-');
    const detail = this.takes('[')
      ? this.#detail()
      : { variable: undefined, types: [], hops: undefined, properties: undefined };
    const isRight = this.takes('-', '>');
    if (!isRight) this.expect('-');
    return { ...detail, isDirected: isLeft !== isRight, start, end: this.end };
  }

  #detail(): Pick<RelationshipPattern, 'variable' | 'types' | 'hops' | 'properties'> {
    const variable = this.#variable();
    const types: string[] = [];
    if (this.takes(':')) {
      types.push(this.name());
      while (this.takes('|')) {
        this.takes(':');
        types.push(this.name());
      }
    }
    const hops = this.takes('*') ? this.#hops() : undefined;
    const properties = this.#properties();
    this.expect(']');
    return { variable, types, hops, properties };
  }

  #hops(): RelationshipPattern['hops'] {
    const least = this.#bound();
    if (!this.takes('.', '.')) return { least, most: least };
    return { least, most: this.#bound() };
  }

  #bound(): number | undefined {
    return this.peek()?.kind === 'number' ? Number(this.next().text) : undefined;
  }

  #variable(): string | undefined {
    return isName(this.peek()) ? this.name() : undefined;
  }

  #properties(): Expression | undefined {
    if (this.sees('{')) return this.map();
    return this.peek()?.kind === 'parameter' ? this.parameter() : undefined;
  }
}
