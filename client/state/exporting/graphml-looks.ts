import type { GraphLooks, NodeLook, RelationshipLook } from './graph-looks.ts';
import { rounded } from './rounded.ts';
import { escapedXml } from './xml-text.ts';

/**
 * How a graph is drawn, in GraphML: Gephi takes places, sizes and colours from keys of certain names, and yEd from elements
 * of its own. Ids of these keys are their names, which no other key has.
 */

/** Where yEd describes its elements. */
export const yedNamespace = 'http://www.yworks.com/xml/graphml';
export const yedSchema = 'http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd';

/** The keys that Gephi takes looks from, by what a look has for them. */
const gephiKeys: readonly { name: string; type: 'double' | 'int'; valueOf: (look: NodeLook) => number | null }[] = [
  { name: 'x', type: 'double', valueOf: ({ place }) => place?.x ?? null },
  // Its heights grow upwards.
  { name: 'y', type: 'double', valueOf: ({ place }) => (place ? -place.y : null) },
  { name: 'size', type: 'double', valueOf: ({ size }) => size },
  { name: 'r', type: 'int', valueOf: ({ colour }) => channelOf(colour, 0) },
  { name: 'g', type: 'int', valueOf: ({ colour }) => channelOf(colour, 1) },
  { name: 'b', type: 'int', valueOf: ({ colour }) => channelOf(colour, 2) },
];

/** One of the three parts of `#rrggbb`. */
const channelOf = (colour: string, index: number): number => parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16);

/** Names of properties that would be taken for looks: where the graph has one, it goes before. */
const namesOfLooks: ReadonlySet<string> = new Set(gephiKeys.map(({ name }) => name));

/** The looks of a graph as GraphML. */
export class GraphmlLooks {
  readonly #looks: GraphLooks;
  readonly #used: readonly (typeof gephiKeys)[number][];

  /** @param propertyNames of all nodes */
  constructor(looks: GraphLooks, propertyNames: ReadonlySet<string>) {
    this.#looks = looks;
    const isFree = [...namesOfLooks].every((name) => !propertyNames.has(name));
    this.#used = isFree ? gephiKeys : [];
  }

  keyLines(): string[] {
    return [
      ...this.#used.map(({ name, type }) => `  <key id="${name}" for="node" attr.name="${name}" attr.type="${type}"/>`),
      '  <key id="nodegraphics" for="node" attr.name="yEd" attr.type="string" yfiles.type="nodegraphics"/>',
      '  <key id="edgegraphics" for="edge" attr.name="yEd" attr.type="string" yfiles.type="edgegraphics"/>',
    ];
  }

  node(id: string, caption: string): string {
    const look = this.#looks.nodes.get(id);
    if (!look) return '';
    const gephi = this.#used.flatMap(({ name, valueOf }) => {
      const value = valueOf(look);
      return value === null ? [] : [`<data key="${name}">${rounded(value)}</data>`];
    });
    return `${gephi.join('')}<data key="nodegraphics">${shapeNode(look, caption)}</data>`;
  }

  relationship(type: string): string {
    const look = this.#looks.types.get(type);
    return look ? `<data key="edgegraphics">${polyLine(look)}</data>` : '';
  }
}

/** What yEd calls our shapes; it has no tag and no barrel. */
const yedShapes: Readonly<Record<string, string>> = {
  ellipse: 'ellipse',
  'round-rectangle': 'roundrectangle',
  diamond: 'diamond',
  hexagon: 'hexagon',
  octagon: 'octagon',
};

function shapeNode({ place, size, colour, shape }: NodeLook, caption: string): string {
  const corner = place ? ` x="${rounded(place.x - size / 2)}" y="${rounded(place.y - size / 2)}"` : '';
  return [
    `<y:ShapeNode><y:Geometry height="${rounded(size)}" width="${rounded(size)}"${corner}/>`,
    `<y:Fill color="${colour}" transparent="false"/>`,
    `<y:NodeLabel modelName="sides" modelPosition="s">${escapedXml(caption)}</y:NodeLabel>`,
    `<y:Shape type="${yedShapes[shape] ?? 'rectangle'}"/></y:ShapeNode>`,
  ].join('');
}

const yedLines = { solid: 'line', dashed: 'dashed', dotted: 'dotted' } as const;

function polyLine({ title, line }: RelationshipLook): string {
  return [
    `<y:PolyLineEdge><y:LineStyle type="${yedLines[line]}"/>`,
    `<y:Arrows source="none" target="standard"/><y:EdgeLabel>${escapedXml(title)}</y:EdgeLabel></y:PolyLineEdge>`,
  ].join('');
}
