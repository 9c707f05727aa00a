import { TextEdits } from './cypher-edits.ts';
import type {
  Comprehension,
  Entry,
  Expression,
  PathPattern,
  PatternComprehension,
  Place,
  Quantifier,
  Reduction,
} from './cypher-syntax.ts';
import {
  anything,
  has,
  hasParts,
  isOnly,
  itemsOf,
  listOf,
  numbers,
  orNull,
  typeOf,
  union,
  type Kind,
  type Type,
} from './cypher-types.ts';
import { differences, equalityDifference, mismatch } from './embedded-operators.ts';
import { newFindings, type Known, type Findings, type Properties, type Scope, type Use } from './embedded-scope.ts';
import { Unsupported } from './embedded-unsupported.ts';
import { literalType, negated, typeOfValue } from './embedded-values.ts';

type Nested = 'comprehension' | 'quantifier' | 'reduction' | 'pattern-comprehension' | 'pattern' | 'exists' | 'count';
/** An expression of this kind. */
export type Is<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

const hasFields: Kind[] = ['node', 'relationship', 'map'];

/**
 * Tells what expressions give, and throws Unsupported at what the embedded engine would compute otherwise than Neo4j. Where another wording
 * of the same makes it right, that is noted among the edits.
 */
export abstract class ExpressionCheck {
  protected readonly edits = new TextEdits();
  protected readonly cypher: string;
  readonly #known: Known;
  #findings = newFindings();

  constructor(cypher: string, known: Known) {
    this.cypher = cypher;
    this.#known = known;
  }

  protected abstract binary(expression: Is<'binary'>, scope: Scope, use: Use): Type;
  protected abstract call(expression: Is<'call'>, scope: Scope): Type;
  protected abstract comprehension(expression: Comprehension & Place, scope: Scope, use: Use): Type;
  protected abstract quantifier(expression: Quantifier & Place, scope: Scope, use: Use): Type;
  protected abstract reduction(expression: Reduction & Place, scope: Scope): Type;
  protected abstract patternComprehension(expression: PatternComprehension & Place, scope: Scope): Type;
  protected abstract patternTest(expression: { pattern: PathPattern } & Place, scope: Scope): Type;
  protected abstract subquery(expression: Is<'exists' | 'count'>, scope: Scope): Type;

  /** What a check meets on its way. */
  protected observe(check: () => void): Findings {
    const outer = this.#findings;
    const inner = newFindings();
    this.#findings = inner;
    check();
    this.#findings = outer;
    for (const name of inner.read) outer.read.add(name);
    outer.hasPattern ||= inner.hasPattern;
    return inner;
  }

  protected condition(expression: Expression | undefined, scope: Scope): void {
    if (expression) this.boolean(expression, scope, { isFilter: true });
  }

  protected noticePattern(): void {
    this.#findings.hasPattern = true;
  }

  protected refuse(what: string, place: { start: number }): Unsupported {
    return new Unsupported(what, place.start);
  }

  protected type(expression: Expression, scope: Scope, use: Use = {}): Type {
    switch (expression.kind) {
      case 'literal':
        return literalType(expression);
      case 'parameter':
        return typeOfValue(this.#known.params[expression.name] ?? null);
      case 'variable':
        this.#findings.read.add(expression.name);
        return scope.get(expression.name) ?? anything;
      case 'property':
        return this.#property(expression, scope);
      case 'index':
        return this.#index(expression, scope);
      case 'slice':
        return this.#slice(expression, scope);
      case 'labels':
        return this.#labels(expression, scope);
      case 'list':
        return listOf(union(...expression.items.map((item) => this.type(item, scope))), expression.items.length > 0);
      case 'map':
        return this.#map(expression.entries, scope);
      case 'projection':
        return this.#projection(expression, scope);
      case 'unary':
        return this.#unary(expression, scope);
      case 'binary':
        return this.binary(expression, scope, use);
      case 'null-test':
        this.type(expression.of, scope, { isCounted: true });
        return typeOf('boolean');
      case 'call':
        return this.call(expression, scope);
      case 'case':
        return this.#case(expression, scope, use);
      default:
        return this.#nested(expression, scope, use);
    }
  }

  #nested(expression: Is<Nested>, scope: Scope, use: Use): Type {
    switch (expression.kind) {
      case 'comprehension':
        return this.comprehension(expression, scope, use);
      case 'quantifier':
        return this.quantifier(expression, scope, use);
      case 'reduction':
        return this.reduction(expression, scope);
      case 'pattern-comprehension':
        return this.patternComprehension(expression, scope);
      case 'pattern':
        if (!use.isCondition) throw this.refuse('a pattern as a value', expression);
        return this.patternTest(expression, scope);
      case 'exists':
      case 'count':
        return this.subquery(expression, scope);
    }
  }

  #labels({ of, start }: Is<'labels'>, scope: Scope): Type {
    const type = this.type(of, scope);
    if (!isOnly(type, ['node'])) throw this.refuse(mismatch('a test for a label', type, ['node']), { start });
    return has(type, 'null') ? typeOf('boolean', 'null') : typeOf('boolean');
  }

  #projection({ of, properties, hasAll, entries, start }: Is<'projection'>, scope: Scope): Type {
    const type = this.type(of, scope);
    if (!isOnly(type, hasFields)) throw this.refuse(mismatch('a map projection', type, hasFields), { start });
    if (has(type, 'null')) throw this.refuse('a map projection of what may be null', { start });
    const own = this.#map(entries, scope);
    const fields = new Map(own.fields);
    for (const name of properties) fields.set(name, this.#propertyOf(type, name));
    return { ...own, fields: hasAll ? undefined : fields };
  }

  #property({ of, name, start }: Is<'property'>, scope: Scope): Type {
    const type = this.type(of, scope);
    if (!isOnly(type, hasFields)) throw this.refuse(mismatch(`.${name}`, type, hasFields), { start });
    return this.#propertyOf(type, name);
  }

  #propertyOf(type: Type, name: string): Type {
    const types: Type[] = [];
    for (const kind of ['node', 'relationship'] as const) {
      if (has(type, kind)) types.push(this.propertyType(kind, name));
    }
    if (has(type, 'map')) types.push(type.fields ? (type.fields.get(name) ?? typeOf('null')) : anything);
    if (has(type, 'null')) types.push(typeOf('null'));
    return union(...types);
  }

  protected propertyType(kind: keyof Properties, name: string): Type {
    return this.#known.properties[kind].get(name) ?? typeOf('null');
  }

  #index({ of, at, start }: Is<'index'>, scope: Scope): Type {
    const [type, index] = [this.type(of, scope), this.type(at, scope)];
    if (isOnly(type, ['list']) && isOnly(index, ['integer'])) {
      if (type.isUnordered) throw this.refuse(differences.unordered, { start });
      return orNull(itemsOf(type));
    }
    const { constant } = index;
    if (!isOnly(type, hasFields) || typeof constant !== 'string') {
      throw this.refuse('an index in brackets that may not fit', { start });
    }
    return this.#propertyOf(type, constant);
  }

  #slice({ of, from, to, start }: Is<'slice'>, scope: Scope): Type {
    const type = this.type(of, scope);
    if (!isOnly(type, ['list'])) throw this.refuse(mismatch('a slice', type, ['list']), { start });
    if (type.isUnordered) throw this.refuse(differences.unordered, { start });
    for (const bound of [from, to]) {
      const bounds = bound && this.type(bound, scope);
      if (bounds && (has(bounds, 'null') || !bounds.isNatural)) {
        throw this.refuse('a list slice with a bound that may be negative', { start });
      }
    }
    const slice = listOf(itemsOf(type));
    return has(type, 'null') ? orNull(slice) : slice;
  }

  #map(entries: Entry[], scope: Scope): Type {
    const fields = new Map(entries.map(({ name, value }) => [name, this.type(value, scope)]));
    return { ...typeOf('map'), fields };
  }

  #unary({ operator, of, start }: Is<'unary'>, scope: Scope): Type {
    if (operator === 'NOT') return this.boolean(of, scope);
    const type = this.type(of, scope);
    if (!isOnly(type, numbers)) throw this.refuse(mismatch(operator, type, numbers), { start });
    return operator === '-' ? negated(type) : type;
  }

  protected boolean(expression: Expression, scope: Scope, use: Use = {}): Type {
    const type = this.type(expression, scope, { ...use, isCondition: true });
    if (!isOnly(type, ['boolean'])) throw this.refuse('a condition that is neither true nor false', expression);
    return type;
  }

  #case({ subject, branches, otherwise, start }: Is<'case'>, scope: Scope, { isCounted }: Use): Type {
    const subjectType = subject && this.type(subject, scope);
    const results = branches.map(({ when, result }) => {
      if (subjectType) {
        const difference = equalityDifference(subjectType, this.type(when, scope));
        if (difference !== undefined) throw this.refuse(difference, when);
      } else {
        this.boolean(when, scope, { isFilter: true });
      }
      return this.type(result, scope);
    });
    const type = union(...results, otherwise ? this.type(otherwise, scope) : typeOf('null'));
    return this.whole(type, 'CASE that gives nodes or relationships', { start }, isCounted);
  }

  /** A node that is computed, not just passed on, comes out as a number. */
  protected whole(type: Type, what: string, place: { start: number }, isCounted = false): Type {
    if (hasParts(type) && !isCounted) throw this.refuse(what, place);
    return type;
  }
}
