import type { Graph, PropertyValue } from '../../../server/contract/graph.ts';
import type { GraphLooks } from './graph-looks.ts';
import { GraphmlLooks, yedNamespace, yedSchema } from './graphml-looks.ts';
import { allUnfitForXml, escapedXml, unfitForXml } from './xml-text.ts';

/**
 * A graph as GraphML, which Gephi, yEd and others read. Properties have types; lists, and texts with characters that XML
 * does not have, are JSON, which the key says of itself. Names of ours begin with @, but for the label that is shown.
 * @param captionOf what a node is called
 * @param looks how the graph is drawn, for programs that draw it as well; it is no part of the graph
 */
export function writeGraphml(
  { nodes, relationships }: Graph,
  captionOf: (id: string) => string,
  looks?: GraphLooks,
): string {
  const drawn = looks && new GraphmlLooks(looks, new Set(nodes.flatMap(({ properties }) => Object.keys(properties))));
  const nodeKeys = new Keys('node', 'n');
  const relationshipKeys = new Keys('edge', 'e');
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  const nodeLines = nodes.map(({ id, labels, properties }, index) => {
    const data = nodeKeys.data({ '@id': id, '@labels': labels, ...shownLabel(properties, captionOf(id)) }, properties);
    return `    <node id="n${index}">${data}${drawn?.node(id, captionOf(id)) ?? ''}</node>`;
  });
  const relationshipLines = relationships.map(({ id, type, start, end, properties }, index) => {
    const data = relationshipKeys.data({ '@id': id, '@type': type, ...shownLabel(properties, type) }, properties);
    const ends = `source="n${places.get(start) ?? ''}" target="n${places.get(end) ?? ''}"`;
    return `    <edge id="e${index}" ${ends}>${data}${drawn?.relationship(type) ?? ''}</edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<graphml xmlns="${namespace}" ${looks ? `xmlns:y="${yedNamespace}" ` : ''}` +
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
      `xsi:schemaLocation="${namespace} ${looks ? yedSchema : `${namespace}/1.0/graphml.xsd`}">`,
    ...nodeKeys.lines(),
    ...relationshipKeys.lines(),
    ...(drawn?.keyLines() ?? []),
    '  <graph id="G" edgedefault="directed">',
    ...nodeLines,
    ...relationshipLines,
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

const namespace = 'http://graphml.graphdrawing.org/xmlns';

type Properties = Record<string, PropertyValue>;

/** What Gephi shows beside a node or edge, unless the graph has a property of that name. */
const shownLabel = (properties: Properties, text: string): Properties =>
  Object.hasOwn(properties, 'label') ? {} : { label: text };

/** The types of GraphML that are used, and `json` for what it has no type for. */
type KeyType = 'boolean' | 'long' | 'double' | 'string' | 'json';

/** The keys of nodes or edges: one for each name and type, since a property may have several types in a graph. */
class Keys {
  readonly #kind: 'node' | 'edge';
  readonly #prefix: string;
  readonly #keys = new Map<string, { id: string; name: string; type: KeyType }>();

  constructor(kind: 'node' | 'edge', prefix: string) {
    this.#kind = kind;
    this.#prefix = prefix;
  }

  /** Values as elements: first ours, then the graph's. */
  data(...groups: Properties[]): string {
    return groups
      .flatMap((group) => Object.entries(group))
      .map(([name, value]) => {
        const type = typeOf(value);
        return `<data key="${this.#idOf(name, type)}">${escapedXml(textOf(value, type))}</data>`;
      })
      .join('');
  }

  lines(): string[] {
    return [...this.#keys.values()].map(({ id, name, type }) => {
      const start = `  <key id="${id}" for="${this.#kind}" attr.name="${escapedXml(name)}"`;
      return type === 'json' ? `${start} attr.type="string"><desc>JSON</desc></key>` : `${start} attr.type="${type}"/>`;
    });
  }

  #idOf(name: string, type: KeyType): string {
    const key = `${type} ${name}`;
    const known = this.#keys.get(key);
    if (known) return known.id;
    const id = `${this.#prefix}${this.#keys.size}`;
    this.#keys.set(key, { id, name, type });
    return id;
  }
}

function typeOf(value: PropertyValue): KeyType {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'long' : 'double';
  return typeof value === 'string' && !unfitForXml.test(value) ? 'string' : 'json';
}

/** JSON escapes what XML cannot hold, but for the two that are no characters. */
const textOf = (value: PropertyValue, type: KeyType): string =>
  type === 'json'
    ? JSON.stringify(value).replaceAll(
        allUnfitForXml,
        (text) => `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    : String(value);
