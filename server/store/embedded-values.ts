import type { Json } from '../contract/json.ts';
import { kindOfText, listOf, typeOf, union, type Type } from './cypher-types.ts';

/** The type of a value that is known. */
export function typeOfValue(value: Json): Type {
  if (value === null) return typeOf('null');
  if (typeof value === 'boolean') return typeOf('boolean');
  if (typeof value === 'string') return { ...typeOf(kindOfText(value)), constant: value };
  if (typeof value === 'number') return numberType(value);
  if (Array.isArray(value)) return listOf(union(...value.map(typeOfValue)), value.length > 0);
  return { ...typeOf('map'), fields: new Map(Object.entries(value).map(([name, item]) => [name, typeOfValue(item)])) };
}

/** The type of a literal. A fraction may look like a whole number once it is read. */
export function literalType({ value, isFloat }: { value: Json; isFloat: boolean }): Type {
  const type = typeOfValue(value);
  return isFloat ? { ...typeOf('float'), constant: type.constant } : type;
}

function numberType(value: number): Type {
  const isWhole = Number.isInteger(value);
  return { ...typeOf(isWhole ? 'integer' : 'float'), isNatural: isWhole && value >= 0, constant: value };
}

/** The type of a number with its sign turned. That of null is one of a number too. */
export function negated({ kinds, constant }: Type): Type {
  if (typeof constant === 'number') return { ...numberType(-constant), kinds };
  return { kinds: kinds.size === 1 && kinds.has('null') ? new Set(['null', 'integer']) : kinds };
}
