import neo4j from 'neo4j-driver';
import type { Node as DriverNode, Path, Relationship as DriverRelationship } from 'neo4j-driver';
import type { Node, PropertyValue, Relationship } from '../contract/graph.ts';
import type { Json } from '../contract/json.ts';
import type { Cell } from './row-parts.ts';
import type { Key } from './key.ts';

type DriverEntity = { elementId: string; properties: Record<string, unknown> };

/**
 * Turns the driver's values into cells. A relationship comes with the element ids of its ends only; `settle` gives
 * it their keys once the nodes have been seen.
 */
export class CellReader {
  readonly #key: Key | null;
  readonly #hidden: ReadonlySet<string>;
  readonly #nodes = new Map<string, Node>();
  readonly #nodesById = new Map<string, Node>();
  readonly #relationships = new Map<string, Relationship>();

  constructor(key: Key | null) {
    this.#key = key;
    this.#hidden = new Set(key?.hidden);
  }

  cell(value: unknown): Cell {
    if (value === null || typeof value !== 'object') return { kind: 'value', value: scalar(value) };
    if (neo4j.isNode(value)) return { kind: 'node', node: this.node(value) };
    if (neo4j.isRelationship(value)) return { kind: 'relationship', relationship: this.relationship(value) };
    if (neo4j.isPath(value)) return this.#path(value);
    if (Array.isArray(value)) return this.#list(value);
    if (!isPlain(value)) return { kind: 'value', value: special(value) };
    return { kind: 'map', cells: mapValues(value, (item) => this.cell(item)) };
  }

  node(value: DriverNode): Node {
    const known = this.#nodes.get(value.elementId);
    if (known) return known;
    const labels = value.labels.filter((name) => name !== this.#key?.label).toSorted();
    // The property identifies a node only under the label for which it is unique.
    const id = labels.length < value.labels.length ? this.#id(value) : value.elementId;
    const node = { id, labels, properties: this.#propertiesOf(value) };
    this.#nodes.set(value.elementId, node);
    this.#nodesById.set(id, node);
    return node;
  }

  /** Gives relationships the keys of their ends, as far as these have been seen. */
  settle(): void {
    for (const relationship of this.#relationships.values()) {
      relationship.start = this.#nodes.get(relationship.start)?.id ?? relationship.start;
      relationship.end = this.#nodes.get(relationship.end)?.id ?? relationship.end;
    }
  }

  /** The node that has been seen with this id. */
  seen(id: string): Node | undefined {
    return this.#nodesById.get(id);
  }

  /** Its ends are the engine's own ids until `settle`. */
  relationship(value: DriverRelationship): Relationship {
    const known = this.#relationships.get(value.elementId);
    if (known) return known;
    const relationship = {
      id: this.#id(value),
      type: value.type,
      start: value.startNodeElementId,
      end: value.endNodeElementId,
      properties: this.#propertiesOf(value),
    };
    this.#relationships.set(value.elementId, relationship);
    return relationship;
  }

  /** Most lists are of texts or numbers, which need no cells of their own. */
  #list(items: unknown[]): Cell {
    const isPlainList = items.every((item) => item === null || typeof item !== 'object');
    if (isPlainList) return { kind: 'value', value: items.map(scalar) };
    return { kind: 'list', cells: items.map((item) => this.cell(item)) };
  }

  #path({ start, segments }: Path): Cell {
    return {
      kind: 'path',
      nodes: [start, ...segments.map(({ end }) => end)].map((node) => this.node(node)),
      relationships: segments.map(({ relationship }) => this.relationship(relationship)),
    };
  }

  #propertiesOf({ properties }: DriverEntity): Record<string, PropertyValue> {
    // In one pass and without lists of pairs: most of the work on an answer is its properties.
    const shown: Record<string, PropertyValue> = {};
    for (const name of Object.keys(properties)) {
      const value = properties[name];
      if (!this.#hidden.has(name)) shown[name] = Array.isArray(value) ? value.map(single) : single(value);
    }
    return shown;
  }

  #id({ elementId, properties }: DriverEntity): string {
    const id = this.#key && properties[this.#key.property];
    return typeof id === 'string' ? id : elementId;
  }
}

/** Parameters as the driver sends them: JSON has one kind of number, and a whole one must arrive as an integer. */
export function toParameters(params: Record<string, Json>): Record<string, unknown> {
  return mapValues(params, toParameter);
}

function toParameter(value: Json): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(toParameter);
  if (value !== null && typeof value === 'object') return mapValues(value, toParameter);
  return value;
}

function single(value: unknown): string | number | boolean | null {
  if (typeof value !== 'object' || value === null) return scalar(value);
  const item = special(value);
  return item !== null && typeof item === 'object' ? JSON.stringify(item) : item;
}

/** Numbers that JSON cannot hold exactly become text. */
function scalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** Dates, times and durations as ISO 8601 (the driver leaves a T at the end of a duration without hours), points as EWKT, bytes as base64, vectors as lists. */
function special(value: object): Json {
  if (neo4j.isPoint(value)) {
    const coordinates = [value.x, value.y, value.z].filter((number) => number !== undefined);
    return `SRID=${String(value.srid)};POINT(${coordinates.join(' ')})`;
  }
  if (neo4j.isDuration(value)) return value.toString().replace(/T$/, '');
  if (neo4j.isDate(value) || neo4j.isDateTime(value) || neo4j.isLocalDateTime(value)) return value.toString();
  if (neo4j.isTime(value) || neo4j.isLocalTime(value) || neo4j.isUUID(value)) return value.toString();
  if (neo4j.isVector(value)) return [...value.asTypedArray()].map((number) => scalar(number));
  if (value instanceof Int8Array) return Buffer.from(value).toString('base64');
  return value.constructor.name;
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function mapValues<In, Out>(record: Record<string, In>, change: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
