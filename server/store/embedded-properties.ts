import type { GrafeoDB } from '@grafeo-db/js';
import type { Json } from '../contract/json.ts';
import { quoted } from './cypher-name.ts';
import type { Token } from './cypher-text.ts';
import { anything, orNull, typeOf, union, type Type } from './cypher-types.ts';
import type { Properties } from './embedded-scope.ts';
import { typeOfValue } from './embedded-values.ts';

/** Nodes or relationships of which all are looked at. A larger database may hold anything. */
const mostLookedAt = 500_000;

/** What the properties of one database are. A database that is read does not change, so each is looked at once. */
export class PropertyTypes {
  readonly #engine: GrafeoDB;
  readonly #known: Record<keyof Properties, Map<string, Type>> = { node: new Map(), relationship: new Map() };

  constructor(engine: GrafeoDB) {
    this.#engine = engine;
  }

  /** The types of the properties that a query or its parameters may name. What is not among them is nowhere. */
  async of(tokens: Token[], params: Record<string, Json>): Promise<Properties> {
    const schema: { property_keys: string[] } = this.#engine.schema();
    const named = new Set(tokens.map(({ kind, text }) => (kind === 'string' ? text.slice(1, -1) : text)));
    for (const value of Object.values(params)) if (typeof value === 'string') named.add(value);
    const types = { node: new Map<string, Type>(), relationship: new Map<string, Type>() };
    for (const kind of ['node', 'relationship'] as const) {
      for (const name of schema.property_keys) {
        types[kind].set(name, named.has(name) ? await this.#type(kind, name) : anything);
      }
    }
    return types;
  }

  async #type(kind: keyof Properties, name: string): Promise<Type> {
    const type = this.#known[kind].get(name) ?? (await this.#lookAt(kind, name));
    this.#known[kind].set(name, type);
    return type;
  }

  async #lookAt(kind: keyof Properties, name: string): Promise<Type> {
    const [pattern, count] =
      kind === 'node' ? ['(x)', this.#engine.nodeCount()] : ['()-[x]->()', this.#engine.edgeCount()];
    if (count > mostLookedAt) return anything;
    const result = await this.#engine.executeCypher(`MATCH ${pattern} RETURN x.${quoted(name)} AS value`);
    return commonType(result.rows().map(([value]) => value));
  }
}

/** Values of the same type are told by their first one, so that a type is made once for each. */
function commonType(values: unknown[]): Type {
  const types = new Map<string, Type>();
  for (const value of values) {
    const type = typeOfStored(value);
    const name = [...type.kinds, ...(type.items?.kinds ?? []), type.isFilled, type.isNatural].join(' ');
    if (!types.has(name)) types.set(name, { ...type, constant: undefined });
  }
  return union(...types.values());
}

function typeOfStored(value: unknown): Type {
  if (value === undefined) return typeOf('null');
  if (typeof value === 'bigint') return typeOf('integer');
  if (Array.isArray(value)) {
    const items = value.map(typeOfStored);
    return { ...typeOf('list'), items: union(...items), isFilled: items.length > 0 };
  }
  if (typeof value === 'object' && value !== null) return orNull(anything);
  return isPlain(value) ? typeOfValue(value) : anything;
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
