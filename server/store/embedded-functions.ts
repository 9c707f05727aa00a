import {
  anything,
  has,
  isOnly,
  itemsOf,
  listOf,
  numbers,
  orNull,
  parts,
  texts,
  typeOf,
  union,
  type Kind,
  type Type,
} from './cypher-types.ts';

/**
 * The functions that the embedded engine computes as Neo4j does, and of what. What is not here is refused, though the engine may
 * know it: nobody has compared it.
 */
export interface FunctionRule {
  /** The kinds that each argument may have beside null; the last of them holds for all that follow. */
  takes: Kind[][];
  gives: (args: Type[]) => Type;
  /** More that must hold of the arguments. */
  holds?: (args: Type[]) => boolean;
  isAggregate?: boolean;
  /** Whether null is given only where it is said so, not whenever an argument is null. */
  hasOwnNulls?: boolean;
}

const everyKind = [...anything.kinds];
const plainKinds = everyKind.filter((kind) => !parts.includes(kind));
const unpadded = texts.filter((kind) => kind !== 'padded');
const text = () => typeOf(...unpadded);
const natural = (): Type => ({ ...typeOf('integer'), isNatural: true });
const first = ([argument = anything]: Type[]) => argument;

const ofNumber = (...names: string[]) => rules(names, { takes: [numbers], gives: () => typeOf('float') });
const ofText = (...names: string[]) => rules(names, { takes: [texts], gives: text });

export const functions: ReadonlyMap<string, FunctionRule> = new Map([
  ...ofNumber('ceil', 'floor', 'round', 'sqrt', 'exp', 'log', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan'),
  ...ofNumber('degrees', 'radians'),
  ...rules(['atan2'], { takes: [numbers, numbers], gives: () => typeOf('float') }),
  ...rules(['abs'], { takes: [numbers], gives: (args) => ({ kinds: first(args).kinds }) }),
  ...rules(['sign'], { takes: [numbers], gives: () => typeOf('integer') }),
  ...rules(['pi', 'e', 'rand'], { takes: [], gives: () => typeOf('float') }),
  ...ofText('toupper', 'tolower', 'upper', 'lower'),
  ...rules(['trim', 'ltrim', 'rtrim'], { takes: [unpadded], gives: text }),
  ...rules(['replace'], { takes: [texts, texts, texts], gives: text }),
  ...rules(['substring', 'left', 'right'], {
    takes: [texts, ['integer']],
    gives: text,
    holds: (args) => args.slice(1).every(isNaturalNumber),
  }),
  ...rules(['split'], {
    takes: [texts, texts],
    gives: () => listOf(text(), true),
    holds: ([, delimiter]) => typeof delimiter?.constant === 'string' && delimiter.constant !== '',
  }),
  ...rules(['char_length', 'character_length'], { takes: [texts], gives: natural }),
  ...rules(['size'], { takes: [[...texts, 'list']], gives: natural }),
  ...rules(['reverse'], { takes: [[...texts, 'list']], gives: first }),
  ...rules(['head', 'last'], { takes: [['list']], gives: (args) => orNull(itemsOf(first(args))) }),
  ...rules(['tail'], { takes: [['list']], gives: (args) => listOf(itemsOf(first(args))) }),
  ...rules(['range'], {
    takes: [['integer']],
    gives: ([from, , step]) =>
      listOf({ ...typeOf('integer'), isNatural: from?.isNatural && (!step || step.isNatural) }),
    holds: ([from, to, step]) => [from, to].every((bound) => bound && !has(bound, 'null')) && (!step || isStep(step)),
  }),
  ...rules(['tostring'], { takes: [['boolean', 'integer', 'date', ...texts]], gives: text }),
  ...rules(['tointeger'], {
    takes: [['boolean', ...numbers, 'text', 'digits']],
    gives: () => typeOf('integer', 'null'),
  }),
  ...rules(['tofloat'], { takes: [[...numbers, 'text', 'digits', 'decimal']], gives: () => typeOf('float', 'null') }),
  ...rules(['toboolean'], { takes: [['boolean', ...texts]], gives: () => typeOf('boolean', 'null') }),
  ...rules(['coalesce'], { takes: [plainKinds], gives: coalesced, hasOwnNulls: true }),
  ...rules(['date'], { takes: [['text']], gives: () => typeOf('date'), holds: ([day]) => isDay(day?.constant) }),
  ...rules(['id'], { takes: [['node', 'relationship']], gives: natural }),
  ...rules(['elementid'], { takes: [['node', 'relationship']], gives: () => typeOf('text') }),
  ...rules(['labels'], { takes: [['node']], gives: () => unordered(listOf(typeOf('text'))) }),
  ...rules(['type'], { takes: [['relationship']], gives: () => typeOf('text') }),
  ...rules(['keys'], { takes: [['node', 'relationship', 'map']], gives: () => unordered(listOf(text())) }),
  ...rules(['properties'], { takes: [['node', 'relationship', 'map']], gives: () => typeOf('map') }),
  ...rules(['startnode', 'endnode'], { takes: [['relationship']], gives: () => typeOf('node') }),
  ...rules(['length'], { takes: [['path']], gives: natural }),
  ...rules(['nodes'], { takes: [['path']], gives: () => listOf(typeOf('node'), true) }),
  ...rules(['relationships'], { takes: [['path']], gives: () => listOf(typeOf('relationship')) }),
  ...aggregates(),
]);

function aggregates(): [string, FunctionRule][] {
  const comparable: Kind[] = ['boolean', ...numbers, ...texts];
  const own = { isAggregate: true, hasOwnNulls: true };
  return [
    ...rules(['count'], { ...own, takes: [everyKind], gives: natural }),
    ...rules(['collect'], { ...own, takes: [everyKind], gives: (args) => listOf(withoutNull(first(args))) }),
    ...rules(['sum'], {
      ...own,
      takes: [numbers],
      gives: (args) => withoutNull({ kinds: new Set([...first(args).kinds, 'integer']) }),
    }),
    ...rules(['avg', 'stdevp'], { ...own, takes: [numbers], gives: () => typeOf('float', 'null') }),
    ...rules(['min', 'max'], { ...own, takes: [comparable], gives: (args) => orNull({ kinds: first(args).kinds }) }),
    ...rules(['percentilecont'], {
      ...own,
      takes: [numbers, numbers],
      gives: () => typeOf('float', 'null'),
      holds: ([, share]) => typeof share?.constant === 'number' && share.constant >= 0 && share.constant <= 1,
    }),
  ];
}

function rules(names: string[], rule: FunctionRule): [string, FunctionRule][] {
  return names.map((name) => [name, rule]);
}

function coalesced(args: Type[]): Type {
  const type = union(...args);
  return args.every((argument) => has(argument, 'null')) ? type : withoutNull(type);
}

function withoutNull(type: Type): Type {
  return { ...type, kinds: new Set([...type.kinds].filter((kind) => kind !== 'null')), constant: undefined };
}

function unordered(list: Type): Type {
  return { ...list, isUnordered: true };
}

function isNaturalNumber(type: Type): boolean {
  return isOnly(type, ['integer']) && !has(type, 'null') && type.isNatural === true;
}

function isStep({ constant }: Type): boolean {
  return typeof constant === 'number' && constant !== 0;
}

/** `2020-02-29`, if there is such a day: the engine reads no other form, and gives null instead of an error. */
function isDay(constant: unknown): boolean {
  if (typeof constant !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(constant)) return false;
  const day = new Date(`${constant}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(constant);
}
