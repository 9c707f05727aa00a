import type { GrafeoValue, JsEdge, JsNode } from '@grafeo-db/js';
import type { Node, PropertyValue, Relationship } from '../contract/graph.ts';
import type { Json } from '../contract/json.ts';
import type { Cell } from './row-parts.ts';
import type { Key } from './key.ts';

type Row = Record<string, GrafeoValue>;

/** The fields by which the engine marks parts of the graph; what it calls an edge's source and target. */
const field = { id: '_id', labels: '_labels', type: '_type', start: '_source', end: '_target' } as const;

/** A node as the engine gives it, with its properties beside these fields. */
export interface EngineNode {
  [field.id]: number;
  [field.labels]: string[];
}

interface EngineRelationship {
  [field.id]: number;
  [field.type]: string;
  [field.start]: number;
  [field.end]: number;
}

/**
 * Turns the engine's values into cells. The engine numbers its nodes, and a relationship has only the numbers of its
 * ends; their ids are remembered, or looked up.
 */
export class CellReader {
  readonly #key: Key;
  readonly #hidden: ReadonlySet<string>;
  readonly #lookUp: (engineId: number) => unknown;
  readonly #ids = new Map<number, string>();
  readonly #engineIds = new Map<string, number>();
  /** Nodes come again and again, and are the same each time. */
  readonly #nodes = new Map<number, Node>();

  /** @param lookUp the key property of the node that has this number */
  constructor(key: Key, lookUp: (engineId: number) => unknown) {
    this.#key = key;
    this.#hidden = new Set(key.hidden);
    this.#lookUp = lookUp;
  }

  cell(value: GrafeoValue): Cell {
    if (Array.isArray(value)) return { kind: 'list', cells: value.map((item) => this.cell(item)) };
    if (!isRow(value)) return { kind: 'value', value: plain(value) };
    if (isNode(value)) return { kind: 'node', node: this.node(value) };
    if (isRelationship(value)) return { kind: 'relationship', relationship: this.relationship(value) };
    if (isPath(value)) {
      return {
        kind: 'path',
        nodes: value.nodes.map((node) => this.node(node)),
        relationships: value.edges.map((edge) => this.relationship(edge)),
      };
    }
    const cells = Object.entries(value).map(([name, item]) => [name, this.cell(item)]);
    return { kind: 'map', cells: Object.fromEntries(cells) };
  }

  node(value: EngineNode): Node {
    const known = this.#nodes.get(value[field.id]);
    if (known) return known;
    const id = this.#remember(value[field.id], keyValueOf(value, this.#key));
    const labels = value[field.labels].filter((label) => label !== this.#key.label).toSorted();
    const node = { id, labels, properties: this.#propertiesOf(value) };
    this.#nodes.set(value[field.id], node);
    return node;
  }

  /** The engine's number of a node that was met before. */
  engineId(id: string): number | undefined {
    return this.#engineIds.get(id);
  }

  relationship(value: EngineRelationship): Relationship {
    return {
      id: keyText(keyValueOf(value, this.#key), value[field.id]),
      type: value[field.type],
      start: this.#nodeId(value[field.start]),
      end: this.#nodeId(value[field.end]),
      properties: this.#propertiesOf(value),
    };
  }

  #propertiesOf(value: EngineNode | EngineRelationship): Record<string, PropertyValue> {
    const shown: [string, PropertyValue][] = [];
    for (const [name, item] of Object.entries(value)) {
      if (!name.startsWith('_') && !this.#hidden.has(name)) shown.push([name, property(item)]);
    }
    return Object.fromEntries(shown);
  }

  #nodeId(engineId: number): string {
    return this.#ids.get(engineId) ?? this.#remember(engineId, this.#lookUp(engineId));
  }

  #remember(engineId: number, keyValue: unknown): string {
    const id = keyText(keyValue, engineId);
    this.#ids.set(engineId, id);
    this.#engineIds.set(id, engineId);
    return id;
  }
}

/** A node that was fetched by its number, in the form in which results have them. */
export function engineNode(node: JsNode): EngineNode {
  return { ...node.properties(), [field.id]: node.id, [field.labels]: node.labels };
}

/** A relationship that was fetched by its number, in the same form. */
export function engineRelationship(edge: JsEdge): EngineRelationship {
  const { id, edgeType, sourceId, targetId } = edge;
  return {
    ...edge.properties(),
    [field.id]: id,
    [field.type]: edgeType,
    [field.start]: sourceId,
    [field.end]: targetId,
  };
}

function keyText(keyValue: unknown, engineId: number): string {
  return typeof keyValue === 'string' ? keyValue : String(engineId);
}

function keyValueOf(value: object, { property: name }: Key): unknown {
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

function property(value: unknown): PropertyValue {
  if (Array.isArray(value)) return value.map((item) => scalar(plain(item)));
  return scalar(plain(value));
}

function scalar(value: Json): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** A value that is no part of the graph, as JSON. What JSON would round or drop becomes a text. */
function plain(value: unknown): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    default:
      if (value === null || value === undefined) return null;
      if (value instanceof Date) return value.toISOString();
      if (value instanceof Uint8Array || value instanceof Float32Array) return [...value];
      return asJson(value);
  }
}

/** What the engine has besides, such as decimals and terms. */
function asJson(value: object): Json {
  const json: Json = JSON.parse(
    JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item)),
  );
  return json;
}

function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null) return false;
  return !(value instanceof Date || ArrayBuffer.isView(value));
}

function isNode(value: unknown): value is EngineNode {
  return isRow(value) && typeof value[field.id] === 'number' && Array.isArray(value[field.labels]);
}

function isRelationship(value: unknown): value is EngineRelationship {
  return isRow(value) && typeof value[field.type] === 'string' && typeof value[field.start] === 'number';
}

/** A path has one node more than relationships, and each of these joins its neighbours; a map would not by chance. */
function isPath(value: Row): value is Row & { nodes: EngineNode[]; edges: EngineRelationship[] } {
  const { nodes, edges } = value;
  if (Object.keys(value).length !== 2 || !Array.isArray(nodes) || !Array.isArray(edges)) return false;
  if (nodes.length !== edges.length + 1 || !nodes.every((node) => isNode(node))) return false;
  const numbers = nodes.map((node) => node[field.id]);
  return edges.every((edge, index) => {
    const ends = new Set(numbers.slice(index, index + 2));
    return isRelationship(edge) && ends.has(edge[field.start]) && ends.has(edge[field.end]);
  });
}
