import type {
  Comprehension,
  Expression,
  PathPattern,
  PatternComprehension,
  Place,
  Quantifier,
  Query,
  Reduction,
} from './cypher-syntax.ts';
import { anything, has, isOnly, itemsOf, listOf, orNull, typeOf, union, type Type } from './cypher-types.ts';
import { ExpressionCheck } from './embedded-expressions.ts';
import { mismatch } from './embedded-operators.ts';
import type { Scope, Use } from './embedded-scope.ts';

/** Expressions with variables of their own: what goes through a list, patterns and subqueries. */
export abstract class NestedCheck extends ExpressionCheck {
  /** The scope with the variables of a pattern, which is checked. */
  protected abstract match(patterns: PathPattern[], scope: Scope): Scope;
  /** The columns of a query, which is checked. */
  protected abstract query(query: Query, scope: Scope): Scope;

  protected override patternTest({ pattern }: { pattern: PathPattern }, scope: Scope): Type {
    this.#checkCorrelation(pattern, scope);
    this.match([pattern], scope);
    return typeOf('boolean');
  }

  protected override comprehension(
    expression: Comprehension & { start: number },
    scope: Scope,
    { isCounted }: Use,
  ): Type {
    const { variable, list, where, result, start } = expression;
    const type = this.#list(list, scope);
    const inner = new Map([...scope, [variable, itemsOf(type)]]);
    this.condition(where, inner);
    const made: Type = {
      ...listOf(result ? this.type(result, inner) : itemsOf(type), type.isFilled === true && !where),
      isUnordered: type.isUnordered,
    };
    const whole = this.whole(made, 'a list comprehension that gives nodes or relationships', { start }, isCounted);
    return has(type, 'null') ? orNull(whole) : whole;
  }

  #list(list: Expression, scope: Scope): Type {
    const type = this.type(list, scope);
    if (!isOnly(type, ['list'])) throw this.refuse(mismatch('going through a list', type, ['list']), list);
    return type;
  }

  /** The engine takes null for false in these; where that matters, the same is said in another way or refused. */
  protected override quantifier(
    expression: Quantifier & { start: number },
    scope: Scope,
    { isFilter = false }: Use,
  ): Type {
    const { word, variable, list, where, start } = expression;
    const type = this.#list(list, scope);
    const condition = this.boolean(where, new Map([...scope, [variable, itemsOf(type)]]));
    if (has(condition, 'null')) {
      const isHarmless = isFilter && word !== 'SINGLE';
      if (!isHarmless) throw this.refuse(`${word.toLowerCase()}( … ) with a condition that may be null`, { start });
      if (word === 'NONE') {
        this.edits.replace({ start, end: start + word.length }, 'all');
        this.edits.wrap(where, 'NOT (', ')');
      }
    }
    return has(type, 'null') || has(condition, 'null') ? typeOf('boolean', 'null') : typeOf('boolean');
  }

  protected override reduction(expression: Reduction & { start: number }, scope: Scope): Type {
    const { accumulator, initial, variable, list, step, start } = expression;
    const items = this.#list(list, scope);
    let type = this.type(initial, scope);
    // What each step gives is what the next one gets; it settles soon or may be anything.
    for (let round = 0; round < 3; round += 1) {
      const inner = new Map([...scope, [variable, itemsOf(items)], [accumulator, type]]);
      const next = union(type, this.type(step, inner));
      if (isSame(type, next)) break;
      type = round === 2 ? anything : next;
    }
    this.whole(type, 'reduce that gives nodes or relationships', { start });
    return has(items, 'null') ? orNull(type) : type;
  }

  /** The engine leaves null out of what a pattern comprehension gives, so it is put into maps and taken out again. */
  protected override patternComprehension(expression: PatternComprehension & Place, scope: Scope): Type {
    const { pattern, where, result } = expression;
    this.#checkCorrelation(pattern, scope);
    const inner = this.match([pattern], scope);
    this.condition(where, inner);
    const type = this.type(result, inner);
    if (!has(type, 'null')) return listOf(type);
    this.whole(type, 'a list comprehension that gives nodes or relationships', expression);
    this.edits.wrap(result, '{value: ', '}');
    this.edits.wrap(expression, '[`each item` IN ', ' | `each item`.value]');
    return listOf(type);
  }

  protected override subquery(query: Query, scope: Scope): void {
    this.noticePattern();
    for (const part of query.parts) {
      for (const clause of part) {
        if (clause.kind === 'match') for (const pattern of clause.patterns) this.#checkCorrelation(pattern, scope);
      }
    }
    this.query(query, scope);
  }

  /** A pattern inside an expression begins anywhere for the engine, where it should begin at null. */
  #checkCorrelation({ nodes, relationships }: PathPattern, scope: Scope): void {
    this.noticePattern();
    for (const { variable, start } of [...nodes, ...relationships]) {
      const type = variable === undefined ? undefined : scope.get(variable);
      if (type && has(type, 'null')) throw this.refuse('a pattern from a node that may be null', { start });
    }
  }
}

function isSame(left: Type, right: Type): boolean {
  return [...right.kinds].every((kind) => left.kinds.has(kind)) && (!right.items || isSame(itemsOf(left), right.items));
}
