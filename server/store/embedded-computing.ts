import type { Expression } from './cypher-syntax.ts';
import { has, hasParts, isOnly, listOf, numbers, orNull, texts, type Type } from './cypher-types.ts';
import { ExpressionCheck, type Is } from './embedded-expressions.ts';
import { functions, type FunctionRule } from './embedded-functions.ts';
import { differences, mismatch, operatorDifference, operatorType } from './embedded-operators.ts';
import type { Scope, Use } from './embedded-scope.ts';
import { toRust } from './regular-expression.ts';

/** To these it does not matter in which order a list is. */
const orderless = new Set(['size', 'count', 'collect']);

/** Operators and functions: what they are given must be what the engine computes as Neo4j does, or be worded so. */
export abstract class ComputingCheck extends ExpressionCheck {
  protected override binary({ operator, left, right, start }: Is<'binary'>, scope: Scope, use: Use): Type {
    // What AND and OR make of their sides decides as they do.
    const isFilter = use.isFilter === true;
    const sideUse = { isFilter: isFilter && operator !== 'XOR', isCondition: true };
    const isLogic = operator === 'AND' || operator === 'OR' || operator === 'XOR';
    const [one, other] = [left, right].map((side) => this.type(side, scope, isLogic ? sideUse : {}));
    if (!one || !other) throw new Error('two sides have two types');
    const difference = operatorDifference(operator, one, other, isFilter);
    if (difference === differences.joined) return this.#joined(one, left, other, right, start);
    if (difference === differences.numberFirst) this.edits.wrap(left, 'toString(', ')');
    else if (difference === differences.byWhole) this.#divideByWhole(one, right, other);
    else if (difference !== undefined) throw this.refuse(difference, { start });
    if (operator === '=~') this.#rewordPattern(right, other);
    // The engine begins with the last power, Neo4j with the first.
    if (operator === '^' && left.kind === 'binary' && left.operator === '^') this.edits.wrap(left, '(', ')');
    return operatorType(operator, one, other);
  }

  /** A whole 0 ends the query, also where a fraction is divided by it; the rest of a division tells the engine so. */
  #divideByWhole(one: Type, divisor: Expression, type: Type): void {
    const isWhole = isOnly(one, numbers) && isOnly(type, ['integer']);
    if (!isWhole || this.edits.touches(divisor)) throw this.refuse(differences.byWhole, divisor);
    const x = this.cypher.slice(divisor.start, divisor.end);
    this.edits.wrap(divisor, '(', ` + 0 * (1 % (${x})))`);
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

  protected override call(call: Is<'call'>, scope: Scope): Type {
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
