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
import { quoted } from './cypher-name.ts';
import { anything, has, isOnly, itemsOf, listOf, orNull, typeOf, union, type Type } from './cypher-types.ts';
import { ComputingCheck } from './embedded-computing.ts';
import { mismatch } from './embedded-operators.ts';
import type { Scope, Use } from './embedded-scope.ts';

/** Expressions with variables of their own: what goes through a list, patterns and subqueries. */
export abstract class NestedCheck extends ComputingCheck {
  /** The scope with the variables of a pattern, which is checked. */
  protected abstract match(patterns: PathPattern[], scope: Scope): Scope;
  /** The columns of a query, which is checked. */
  protected abstract query(query: Query, scope: Scope): Scope;

  protected override patternTest(expression: { pattern: PathPattern } & Place, scope: Scope): Type {
    this.noticePattern();
    this.#whereThere(expression, nullableIn([expression.pattern], scope), '(', ' AND ', ')');
    this.match([expression.pattern], scope);
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
    this.noticePattern();
    if (nullableIn([pattern], scope).length > 0)
      throw this.refuse('a list of what leads from a node that may be null', expression);
    const inner = this.match([pattern], scope);
    this.condition(where, inner);
    const type = this.type(result, inner);
    if (!has(type, 'null')) return listOf(type);
    this.whole(type, 'a list comprehension that gives nodes or relationships', expression);
    this.edits.wrap(result, '{value: ', '}');
    this.edits.wrap(expression, '[`each item` IN ', ' | `each item`.value]');
    return listOf(type);
  }

  protected override subquery(expression: { kind: 'exists' | 'count'; query: Query } & Place, scope: Scope): Type {
    const { kind, query } = expression;
    this.noticePattern();
    const clauses = query.parts.flat();
    const names = nullableIn(
      clauses.flatMap((clause) => (clause.kind === 'match' ? clause.patterns : [])),
      scope,
    );
    const isPlain =
      query.parts.length === 1 && clauses.every((clause) => clause.kind === 'match' && !clause.isOptional);
    if (names.length > 0 && !isPlain) throw this.refuse('a subquery from a node that may be null', expression);
    if (kind === 'exists') this.#whereThere(expression, names, '(', ' AND ', ')');
    else this.#whereThere(expression, names, 'CASE WHEN ', ' THEN ', ' ELSE 0 END');
    this.query(query, scope);
    return kind === 'exists' ? typeOf('boolean') : { ...typeOf('integer'), isNatural: true };
  }

  /** From null a pattern leads nowhere, but for the engine it then begins anywhere. */
  #whereThere(expression: Place, names: string[], before: string, between: string, after: string): void {
    if (names.length === 0) return;
    const areThere = names.map((name) => `${quoted(name)} IS NOT NULL`).join(' AND ');
    this.edits.wrap(expression, `${before}${areThere}${between}`, after);
  }
}

/** The variables of patterns that are bound before and may be null. */
function nullableIn(patterns: PathPattern[], scope: Scope): string[] {
  const variables = patterns.flatMap(({ nodes, relationships }) => [...nodes, ...relationships]);
  const names = variables.flatMap(({ variable }) => (variable === undefined ? [] : [variable]));
  return [...new Set(names)].filter((name) => has(scope.get(name) ?? typeOf(), 'null'));
}

function isSame(left: Type, right: Type): boolean {
  return [...right.kinds].every((kind) => left.kinds.has(kind)) && (!right.items || isSame(itemsOf(left), right.items));
}
