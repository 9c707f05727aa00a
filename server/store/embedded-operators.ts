import {
  has,
  hasParts,
  isOnly,
  itemsOf,
  listOf,
  notNull,
  numbers,
  numeralTexts,
  orNull,
  parts,
  texts,
  typeOf,
  union,
  type Kind,
  type Type,
} from './cypher-types.ts';

/**
 * On which kinds of values the embedded engine's operators do as Neo4j's do. Neo4j ends a query that adds a number to a yes or
 * no; the engine gives null. Found by trying each operator with each two kinds.
 */

const arithmetic = new Set(['-', '*', '/', '%', '^']);
const orders = new Set(['<', '<=', '>', '>=']);
const logic = new Set(['AND', 'OR', 'XOR']);
const textTests = new Set('STARTS WITH,ENDS WITH,CONTAINS,=~'.split(','));

/** What a difference is called, where there may be one. */
export type Difference = string | undefined;

/** How two values are told to be equal: by =, <> and IN, by CASE and by a pattern's properties. */
export function equalityDifference(left: Type, right: Type): Difference {
  if (isNumberWithNumeral(left, right) || isNumberWithNumeral(right, left)) return differences.numeral;
  if (has(left, 'list') && has(right, 'list')) {
    if (left.isUnordered || right.isUnordered) return differences.unordered;
    const [one, other] = [itemsOf(left), itemsOf(right)];
    if (has(one, 'null') || has(other, 'null')) return differences.listWithNull;
    return equalityDifference(one, other);
  }
  if (has(left, 'map') && has(right, 'map')) return mapDifference(left, right);
  return has(left, 'path') && has(right, 'path') ? 'paths compared with each other' : undefined;
}

/** Whether an operator may do otherwise than in Neo4j. @param isFilter whether false and null come to the same here */
export function operatorDifference(operator: string, left: Type, right: Type, isFilter: boolean): Difference {
  if (operator === '=' || operator === '<>') return equalityDifference(left, right);
  if (operator === 'IN') return membershipDifference(left, right, isFilter);
  if (orders.has(operator)) return orderDifference(left, right);
  if (operator === '+') return sumDifference(left, right);
  if (operator === '%' && has(right, 'float') && !right.constant) return 'the rest of a division by what may be 0.0';
  if (operator === '/' && has(left, 'float') && has(right, 'integer') && !right.constant) return differences.byWhole;
  const kinds = logic.has(operator) ? (['boolean'] satisfies Kind[]) : arithmetic.has(operator) ? numbers : texts;
  const wrong = [left, right].find((type) => !isOnly(type, kinds));
  return wrong && mismatch(operator, wrong, kinds);
}

/** What an operator gives, where it does as in Neo4j. */
export function operatorType(operator: string, left: Type, right: Type): Type {
  const isNullable = has(left, 'null') || has(right, 'null');
  const type = { ...plainType(operator, notNull(left), notNull(right)), isNatural: isNatural(operator, left, right) };
  return isNullable ? orNull(type) : type;
}

/** What is given to something that is not for it. */
export function mismatch(what: string, type: Type, kinds: Kind[]): string {
  const others = [...type.kinds].filter((kind) => kind !== 'null' && !kinds.includes(kind));
  return `${what} of ${others.length > 2 ? 'what may be anything' : others.map((kind) => kindNames[kind]).join(' or ')}`;
}

const kindNames: Record<Kind, string> = {
  null: 'null',
  boolean: 'true or false',
  integer: 'a whole number',
  float: 'a fraction',
  text: 'a text',
  digits: 'a whole number as a text',
  decimal: 'a fraction as a text',
  numeral: 'a number as a text',
  padded: 'a text with unusual blanks',
  list: 'a list',
  map: 'a map',
  node: 'a node',
  relationship: 'a relationship',
  path: 'a path',
  date: 'a date',
};

export const differences = {
  numeral: 'a number compared with a text that looks like a number',
  listWithNull: 'lists compared that may have null in them',
  unordered: 'the order in which labels() or keys() come',
  maps: 'maps compared with each other',
  byWhole: 'a fraction divided by a whole number that may be 0',
  numberFirst: 'a number joined by a text',
  joined: 'a list joined with a single value by +',
  graphSum: 'nodes or relationships with +',
};

function plainType(operator: string, left: Type, right: Type): Type {
  if (operator === '+') return sumType(left, right);
  if (operator === '^') return typeOf('float');
  if (arithmetic.has(operator)) return numberType(left, right);
  const isTest = operator === '=' || operator === '<>' || logic.has(operator);
  // Values of two kinds have no order, and only texts begin with something.
  const isCertain = isTest ? !hasDeepNull(left) && !hasDeepNull(right) : operator === 'IN' && !hasDeepNull(right);
  if (isCertain || (textTests.has(operator) && isOnly(left, texts) && isOnly(right, texts))) return typeOf('boolean');
  const isAlike = [numbers, texts].some((kinds) => isOnly(left, kinds) && isOnly(right, kinds));
  return isAlike ? typeOf('boolean') : typeOf('boolean', 'null');
}

function hasDeepNull(type: Type): boolean {
  if (has(type, 'map')) return true;
  return has(type, 'list') && (has(itemsOf(type), 'null') || hasDeepNull(itemsOf(type)));
}

function numberType(left: Type, right: Type): Type {
  if (!has(left, 'float') && !has(right, 'float')) return typeOf('integer');
  return isOnly(left, ['float']) || isOnly(right, ['float']) ? typeOf('float') : typeOf('integer', 'float');
}

/** Whether what comes of two numbers that are not negative is not negative. */
function isNatural(operator: string, left: Type, right: Type): boolean {
  return '+*/%'.includes(operator) && left.isNatural === true && right.isNatural === true;
}

function sumType(left: Type, right: Type): Type {
  const types: Type[] = [];
  if (has(left, 'list') && has(right, 'list')) {
    types.push(listOf(union(itemsOf(left), itemsOf(right)), left.isFilled ?? right.isFilled));
  }
  if (has(left, ...numbers) && has(right, ...numbers)) types.push(numberType(left, right));
  if (has(left, ...texts) || (has(left, 'integer') && has(right, ...texts))) types.push(typeOf(...texts));
  // Beside null, the other side tells what null is here.
  if (left.kinds.size === 0 || right.kinds.size === 0) types.push(left, right);
  return union(...types);
}

function isNumberWithNumeral(number: Type, text: Type): boolean {
  return has(number, ...numbers) && has(text, ...numeralTexts);
}

function mapDifference(left: Type, right: Type): Difference {
  const [one, other] = [left.fields, right.fields];
  if (!one || !other) return differences.maps;
  for (const [name, field] of one) {
    const counterpart = other.get(name);
    if (has(field, 'null') || (counterpart && has(counterpart, 'null'))) return differences.maps;
    const difference = counterpart && equalityDifference(field, counterpart);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function membershipDifference(left: Type, right: Type, isFilter: boolean): Difference {
  if (!isOnly(right, ['list'])) return mismatch('IN', right, ['list']);
  if (has(left, 'null') && !right.isFilled && !isFilter) return 'null looked for in a list that may be empty';
  return equalityDifference(left, itemsOf(right));
}

function orderDifference(left: Type, right: Type): Difference {
  if (isNumberWithNumeral(left, right) || isNumberWithNumeral(right, left)) return differences.numeral;
  const unordered: Kind[] = ['boolean', 'list', 'map'];
  const pair = unordered.find((kind) => has(left, kind) && has(right, kind));
  if (pair) return `an order among values of the kind ${pair}`;
  if ([left, right].some((type) => has(type, ...parts))) return 'an order among nodes, relationships or paths';
  const isDate = has(left, 'date') || has(right, 'date');
  const areDates = isOnly(left, ['date']) && isOnly(right, ['date']);
  return isDate && !areDates ? 'an order of dates and other values' : undefined;
}

function sumDifference(left: Type, right: Type): Difference {
  if (hasParts(left) || hasParts(right)) return differences.graphSum;
  const isNothing = [left, right].some((type) => isOnly(type, []));
  if (
    isNothing ||
    [numbers, texts, ['list'] satisfies Kind[]].some((kinds) => isOnly(left, kinds) && isOnly(right, kinds))
  ) {
    return undefined;
  }
  if (isOnly(left, texts) && isOnly(right, [...texts, 'integer'])) return undefined;
  if (isOnly(left, ['integer']) && isOnly(right, texts)) return differences.numberFirst;
  if (has(left, 'list') || has(right, 'list')) return differences.joined;
  return `+ of ${[left, right].some((type) => has(type, 'float')) ? 'a fraction and a text' : 'values that have no sum'}`;
}
