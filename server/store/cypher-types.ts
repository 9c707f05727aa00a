/**
 * What a Cypher expression may give, as far as it can be told before it runs. A type is a set of kinds: the value has
 * one of them. Texts are several kinds, for some engines take some texts for numbers.
 */
export type Kind =
  | 'null'
  | 'boolean'
  | 'integer'
  | 'float'
  | TextKind
  | 'list'
  | 'map'
  | 'node'
  | 'relationship'
  | 'path'
  | 'date';

/**
 * `digits` is a whole number as a text, `decimal` one with a point, `numeral` what else could be read as one; `padded` begins or ends
 * with a blank that is none for everybody.
 */
type TextKind = 'text' | 'digits' | 'decimal' | 'numeral' | 'padded';

export interface Type {
  kinds: ReadonlySet<Kind>;
  /** Of the items, where it may be a list; anything, if not given. */
  items?: Type | undefined;
  /** Of the fields, where it may be a map and these are known; of a node, those that its pattern compares. */
  fields?: ReadonlyMap<string, Type> | undefined;
  /** Whether a list has an item for certain. */
  isFilled?: boolean | undefined;
  /** Whether the order of a list is left open, as that of labels is. */
  isUnordered?: boolean | undefined;
  /** Whether a number is whole and not negative for certain. */
  isNatural?: boolean | undefined;
  /** The value, where it is a text or a number that is known. */
  constant?: string | number | undefined;
}

export const numbers: Kind[] = ['integer', 'float'];
export const texts: Kind[] = ['text', 'digits', 'decimal', 'numeral', 'padded'];
export const numeralTexts: Kind[] = ['digits', 'decimal', 'numeral'];
export const parts: Kind[] = ['node', 'relationship', 'path'];

export const anything = typeOf('null', 'boolean', ...numbers, ...texts, 'list', 'map', ...parts, 'date');
const nothing = typeOf();

export function typeOf(...kinds: Kind[]): Type {
  return { kinds: new Set(kinds) };
}

export function listOf(items: Type, isFilled = false): Type {
  return { kinds: new Set(['list']), items, isFilled };
}

/** Whether a value of the type may be of one of these kinds. */
export function has(type: Type, ...kinds: Kind[]): boolean {
  return kinds.some((kind) => type.kinds.has(kind));
}

/** Whether a value of the type is null or of one of these kinds. */
export function isOnly(type: Type, kinds: Kind[]): boolean {
  return [...type.kinds].every((kind) => kind === 'null' || kinds.includes(kind));
}

export function orNull(type: Type): Type {
  return { ...type, kinds: new Set([...type.kinds, 'null']), constant: undefined };
}

export function notNull(type: Type): Type {
  return { ...type, kinds: new Set([...type.kinds].filter((kind) => kind !== 'null')) };
}

/** Of the items of what may be a list. */
export function itemsOf(type: Type): Type {
  return type.items ?? (has(type, 'list') ? anything : nothing);
}

/** What is of one of the types. */
export function union(...types: Type[]): Type {
  const [first, ...others] = types;
  if (!first) return nothing;
  if (others.length === 0) return first;
  const lists = types.filter((type) => has(type, 'list'));
  const maps = types.filter((type) => has(type, 'map'));
  return {
    kinds: new Set(types.flatMap(({ kinds }) => [...kinds])),
    items: lists.length > 0 && lists.every(({ items }) => items) ? union(...lists.map(itemsOf)) : undefined,
    fields: commonFields(maps),
    isFilled: lists.every(({ isFilled }) => isFilled),
    isUnordered: lists.some(({ isUnordered }) => isUnordered),
    isNatural: types.filter((type) => has(type, ...numbers)).every(({ isNatural }) => isNatural),
  };
}

/** Whether a node, relationship or path is in it, at any depth. */
export function hasParts(type: Type): boolean {
  if (has(type, ...parts)) return true;
  if (type !== anything && has(type, 'list') && hasParts(itemsOf(type))) return true;
  return has(type, 'map') && [...(type.fields?.values() ?? [])].some(hasParts);
}

/** The kind of a text. */
export function kindOfText(text: string): Kind {
  if (/^[\u0085\u00a0\u2007\u202f]|[\u0085\u00a0\u2007\u202f]$/.test(text)) return 'padded';
  if (/^-?\d{1,15}$/.test(text)) return 'digits';
  if (/^-?\d{1,15}\.\d{1,15}$/.test(text)) return 'decimal';
  return /^\s*[-+]?(?:\d[\d_]*\.?\d*|\.\d+|inf|infinity|nan)(?:e[-+]?\d+)?[fd]?\s*$/i.test(text) ? 'numeral' : 'text';
}

function commonFields(maps: Type[]): ReadonlyMap<string, Type> | undefined {
  const [first] = maps;
  if (!first?.fields || !maps.every(({ fields }) => fields?.size === first.fields?.size)) return undefined;
  const names = [...first.fields.keys()];
  if (!maps.every(({ fields }) => names.every((name) => fields?.has(name)))) return undefined;
  return new Map(names.map((name) => [name, union(...maps.flatMap(({ fields }) => fields?.get(name) ?? []))]));
}
