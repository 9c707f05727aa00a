import type { Ontology } from '../../server/contract/data-set/ontology.ts';
import type { Node, Relationship } from '../../server/contract/graph.ts';
import type { Json } from '../../server/contract/json.ts';
import type { FileContent } from './file-content.ts';

/** The graph of a file, ready to be asked. */
export interface FileGraph {
  ontology: Ontology;
  nodes: ReadonlyMap<string, Node>;
  relationships: ReadonlyMap<string, Relationship>;
  /** The relationships of a node, one that leads back to it once. */
  around: (id: string) => readonly Around[];
  /** What finding and ordering go by. */
  indexOf: (id: string) => Index;
}

/** A relationship as one of its nodes sees it. */
export interface Around {
  relationship: Relationship;
  /** The node at its other end. */
  other: Node;
  isOut: boolean;
}

/** What is known of a node beside the properties that the page shows. */
export interface Index {
  prominence: number | null;
  /** The place of a passage in reading order. */
  place: number | null;
  citedBy: number | null;
  facts: number | null;
  pinyin: string | null;
  initials: string | null;
  searchText: string | null;
}

const nothing: Index = {
  prominence: null,
  place: null,
  citedBy: null,
  facts: null,
  pinyin: null,
  initials: null,
  searchText: null,
};

/** Reads the graph of a file once, so that each answer finds its way by ids. */
export function fileGraph({ ontology, graph, index }: Pick<FileContent, 'ontology' | 'graph' | 'index'>): FileGraph {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const relationships = new Map(graph.relationships.map((relationship) => [relationship.id, relationship]));
  const lists = new Map<string, Around[]>();
  const put = (id: string, otherId: string, relationship: Relationship, isOut: boolean): void => {
    const other = nodes.get(otherId);
    if (!other) return;
    const list = lists.get(id);
    if (list) list.push({ relationship, other, isOut });
    else lists.set(id, [{ relationship, other, isOut }]);
  };
  for (const relationship of graph.relationships) {
    const { start, end } = relationship;
    put(start, end, relationship, true);
    if (start !== end) put(end, start, relationship, false);
  }
  const indexed = readIndex(index);
  return {
    ontology,
    nodes,
    relationships,
    around: (id) => lists.get(id) ?? [],
    indexOf: (id) => indexed.get(id) ?? nothing,
  };
}

function readIndex({ columns, rows }: FileContent['index']): Map<string, Index> {
  const at = (name: string): number => columns.indexOf(name);
  return new Map(
    rows.map((row) => [
      textIn(row[at('id')]) ?? '',
      {
        prominence: numberIn(row[at('prominence')]),
        place: numberIn(row[at('place')]),
        citedBy: numberIn(row[at('citedBy')]),
        facts: numberIn(row[at('facts')]),
        pinyin: textIn(row[at('pinyin')]),
        initials: textIn(row[at('initials')]),
        searchText: textIn(row[at('searchText')]),
      },
    ]),
  );
}

const numberIn = (cell: Json | undefined): number | null => (typeof cell === 'number' ? cell : null);

const textIn = (cell: Json | undefined): string | null => (typeof cell === 'string' ? cell : null);

/** A property that is a text; null where it is none. */
export function textOf({ properties }: Node | Relationship, name: string): string | null {
  const value = properties[name];
  return typeof value === 'string' ? value : null;
}

/** A property that is a list of texts; empty where it is none. */
export function textsOf({ properties }: Node | Relationship, name: string): string[] {
  const value = properties[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** The labels of a node with the one that all nodes share, as the database has them. */
export function labelsOf({ ontology }: FileGraph, { labels }: Node): readonly string[] {
  return ontology.key ? [...labels, ontology.key.label] : labels;
}

/** How prominent a node is; one that nobody has placed comes after all others. */
export const prominenceOf = (graph: FileGraph, { id }: Node): number => graph.indexOf(id).prominence ?? 9;

/** A direction, as the node sees it, with the type: as the parameters of queries name kinds. */
export const kindOf = ({ relationship, isOut }: Around): string => `${isOut ? 'out' : 'in'}:${relationship.type}`;

/** How long a text is, in characters as a query counts them; null where there is none. */
export const lengthOf = (text: string | null): number | null => (text === null ? null : Array.from(text).length);
