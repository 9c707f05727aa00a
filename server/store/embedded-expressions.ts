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
  texts,
  typeOf,
  union,
  type Kind,
  type Type,
} from './cypher-types.ts';
import { functions, type FunctionRule } from './embedded-functions.ts';
import { differences, equalityDifference, mismatch, operatorDifference, operatorType } from './embedded-operators.ts';
import {
  newObservation,
  type Known,
  type Observation,
  type Properties,
  type Scope,
  type Use,
} from './embedded-scope.ts';
import { Unsupported } from './embedded-unsupported.ts';
import { toRust } from './regular-expression.ts';
import { literalType, negated, typeOfValue } from './embedded-values.ts';

type Nested = 'comprehension' | 'quantifier' | 'reduction' | 'pattern-comprehension' | 'pattern' | 'exists' | 'count';
type Is<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

const hasFields: Kind[] = ['node', 'relationship', 'map'];

/** To these it does not matter in which order a list is. */
const orderless = new Set(['size', 'count', 'collect']);

/**
 * Tells what expressions give, and throws Unsupported at what the embedded engine would compute otherwise than Neo4j. Where another wording
 * of the same makes it right, that is noted among the edits.
 */
export abstract class ExpressionCheck {
  protected readonly edits = new TextEdits();
  protected readonly cypher: string;
  readonly #known: Known;
  #observed = newObservation();

  constructor(cypher: string, known: Known) {
    this.cypher = cypher;
    this.#known = known;
  }

  protected abstract comprehension(expression: Comprehension & Place, scope: Scope, use: Use): Type;
  protected abstract quantifier(expression: Quantifier & Place, scope: Scope, use: Use): Type;
  protected abstract reduction(expression: Reduction & Place, scope: Scope): Type;
  protected abstract patternComprehension(expression: PatternComprehension & Place, scope: Scope): Type;
  protected abstract patternTest(expression: { pattern: PathPattern } & Place, scope: Scope): Type;
  protected abstract subquery(expression: Is<'exists' | 'count'>, scope: Scope): Type;

  /** What a check meets on its way. */
  protected observe(check: () => void): Observation {
    const outer = this.#observed;
    const inner = newObservation();
    this.#observed = inner;
    check();
    this.#observed = outer;
    for (const name of inner.read) outer.read.add(name);
    outer.hasPattern ||= inner.hasPattern;
    return inner;
  }

  protected condition(expression: Expression | undefined, scope: Scope): void {
    if (expression) this.boolean(expression, scope, { isFilter: true });
  }

  protected noticePattern(): void {
    this.#observed.hasPattern = true;
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
        this.#observed.read.add(expression.name);
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
        return this.#binary(expression, scope, use);
      case 'null-test':
        this.type(expression.of, scope, { isCounted: true });
        return typeOf('boolean');
      case 'call':
        return this.#call(expression, scope);
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

  #binary({ operator, left, right, start }: Is<'binary'>, scope: Scope, use: Use): Type {
    // What AND and OR make of their sides decides as they do.
    const isFilter = use.isFilter === true;
    const sideUse = { isFilter: isFilter && operator !== 'XOR', isCondition: true };
    const isLogic = operator === 'AND' || operator === 'OR' || operator === 'XOR';
    const [one, other] = [left, right].map((side) => this.type(side, scope, isLogic ? sideUse : {}));
    if (!one || !other) throw new Error('two sides have two types');
    const difference = operatorDifference(operator, one, other, isFilter);
    if (difference === differences.joined) return this.#joined(one, left, other, right, start);
    if (difference === differences.numberFirst) this.edits.wrap(left, 'toString(', ')');
    else if (difference !== undefined) throw this.refuse(difference, { start });
    if (operator === '=~') this.#rewordPattern(right, other);
    // The engine begins with the last power, Neo4j with the first.
    if (operator === '^' && left.kind === 'binary' && left.operator === '^') this.edits.wrap(left, '(', ')');
    return operatorType(operator, one, other);
  }

  /** Java's and Rust's regular expressions are not the same. */
  #rewordPattern(pattern: Expression, { constant }: Type): void {
    const rust = typeof constant === 'string' ? toRust(constant) : undefined;
    const isReady = rust === constant;
    if (rust === undefined || !(isReady || pattern.kind === 'literal')) {
      throw this.refuse('a regular expression that another engine may read otherwise', pattern);
    }
    if (!isReady) this.edits.replace(pattern, literal(rust));
  }

  /** `list + x` is worded `list + [x]`. */
  #joined(one: Type, left: Expression, other: Type, right: Expression, start: number): Type {
    if (isOnly(one, ['list']) && isSingle(other)) {
      this.edits.wrap(right, '[', ']');
      return operatorType('+', one, listOf(other, true));
    }
    if (!isSingle(one) || !isOnly(other, ['list'])) throw this.refuse(differences.joined, { start });
    this.edits.wrap(left, '[', ']');
    return operatorType('+', listOf(one, true), other);
  }

  protected boolean(expression: Expression, scope: Scope, use: Use = {}): Type {
    const type = this.type(expression, scope, { ...use, isCondition: true });
    if (!isOnly(type, ['boolean'])) throw this.refuse('a condition that is neither true nor false', expression);
    return type;
  }

  #call(call: Is<'call'>, scope: Scope): Type {
    const name = call.name.toLowerCase();
    const rule = functions.get(name);
    if (!rule) throw this.refuse(`${call.name}()`, call);
    const use = { isCounted: name === 'size' || name === 'count' };
    const types = call.args.map((argument) => this.type(argument, scope, use));
    for (const [index, type] of types.entries()) this.#checkArgument(call, rule, type, index);
    if (types.some(({ isUnordered }) => isUnordered) && !orderless.has(name)) {
      throw this.refuse(differences.unordered, call);
    }
    if (rule.holds?.(types) === false) throw this.refuse(`${call.name}() of something unusual`, call);
    this.#reword(call, name, types);
    const type = rule.gives(types);
    return !rule.hasOwnNulls && types.some((argument) => has(argument, 'null')) ? orNull(type) : type;
  }

  #checkArgument({ name, args, start }: Is<'call'>, { takes }: FunctionRule, type: Type, index: number): void {
    const kinds = takes[index] ?? takes.at(-1) ?? [];
    if (!isOnly(type, kinds)) throw this.refuse(mismatch(`${name}()`, type, kinds), args[index] ?? { start });
    if (!kinds.includes('node') && hasParts(type) && isComputing(name)) {
      throw this.refuse(`${name}() of a list with nodes or relationships`, { start });
    }
  }

  /** The sum of nothing is 0; what is half and negative is rounded up. */
  #reword(call: Is<'call'>, name: string, [type]: Type[]): void {
    const [argument] = call.args;
    if (name === 'toboolean' && argument && type && has(type, ...texts)) this.#rewordBoolean(argument, type);
    if (name === 'sum') this.edits.wrap(call, 'coalesce(', ', 0)');
    if (name !== 'round' || !argument) return;
    if (this.edits.touches(argument)) throw this.refuse('round() of what is worded otherwise', call);
    const x = `(${this.cypher.slice(argument.start, argument.end)})`;
    this.edits.wrap(call, `CASE WHEN ${x} < 0 AND ${x} - floor${x} = 0.5 THEN ceil${x} ELSE `, ' END');
  }

  /** Neo4j overlooks blanks round `true`. */
  #rewordBoolean(argument: Expression, type: Type): void {
    if (has(type, 'boolean')) throw this.refuse('toBoolean() of what may be a text or not', argument);
    this.edits.wrap(argument, 'trim(', ')');
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

/** Nodes in a list that it is given come out of it as numbers. */
function isComputing(name: string): boolean {
  return ['min', 'max', 'coalesce'].includes(name.toLowerCase());
}

/** A text as Cypher writes it. */
function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function isSingle(type: Type): boolean {
  return !has(type, 'list', 'null');
}
