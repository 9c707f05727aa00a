import type { Answer, Graph, Json, Node, Notice, Relationship } from '../contract.ts';

/** A cell as an adapter hands it over: a plain value, or a part of the graph. */
export type Cell =
  | { kind: 'value'; value: Json }
  | { kind: 'node'; node: Node }
  | { kind: 'relationship'; relationship: Relationship }
  | { kind: 'path'; nodes: Node[]; relationships: Relationship[] }
  | { kind: 'list'; cells: Cell[] }
  | { kind: 'map'; cells: Record<string, Cell> };

/** What one row brings that no row before it had. */
interface Draft {
  nodes: Map<string, Node>;
  relationships: Map<string, Relationship>;
}

/**
 * Gathers rows into an answer and stops at its limits. Nodes and relationships are kept once each, in the order
 * in which they are first seen; those of a row that is left out are not kept. Bytes are those of the rows, each with the nodes and
 * relationships that it brings, as JSON in UTF-8.
 */
export class AnswerBuilder {
  readonly #nodes = new Map<string, Node>();
  readonly #relationships = new Map<string, Relationship>();
  readonly #rows: Json[][] = [];
  readonly #notices: Notice[] = [];
  readonly #maxRows: number;
  readonly #maxBytes: number;
  #bytes = 0;
  #isTruncated = false;

  constructor(limits: { maxRows: number; maxBytes: number }) {
    this.#maxRows = limits.maxRows;
    this.#maxBytes = limits.maxBytes;
  }

  /** Adds a row. False says that a limit is reached: the row was left out and reading should stop. */
  add(cells: Cell[]): boolean {
    if (this.#isTruncated || this.#rows.length >= this.#maxRows) return this.#stop();
    const draft: Draft = { nodes: new Map(), relationships: new Map() };
    const row = cells.map((cell) => this.#reference(cell, draft));
    const bytes = size([...row, ...draft.nodes.values(), ...draft.relationships.values()]);
    if (this.#bytes + bytes > this.#maxBytes) {
      if (this.#rows.length === 0) this.#notices.push(rowTooLarge(bytes, this.#maxBytes));
      return this.#stop();
    }
    this.#bytes += bytes;
    this.#rows.push(row);
    for (const [id, node] of draft.nodes) this.#nodes.set(id, node);
    for (const [id, relationship] of draft.relationships) this.#relationships.set(id, relationship);
    return true;
  }

  /** Ids of relationship ends that no row contained; the adapter fetches and adds them to close the graph. */
  missingEnds(): string[] {
    const ends = [...this.#relationships.values()].flatMap(({ start, end }) => [start, end]);
    return [...new Set(ends)].filter((id) => !this.#nodes.has(id));
  }

  /** Adds nodes that no row contained, in the given order. They count for no limit: without them no graph is closed. */
  addNodes(nodes: Node[]): void {
    for (const node of nodes) if (!this.#nodes.has(node.id)) this.#nodes.set(node.id, node);
  }

  /** @param ms milliseconds that the engine took */
  build(columns: string[], ms: number, notices: Notice[] = []): Answer {
    const graph: Graph = { nodes: [...this.#nodes.values()], relationships: [...this.#relationships.values()] };
    return {
      graph,
      table: { columns, rows: this.#rows },
      truncated: this.#isTruncated,
      ms: Math.round(ms * 100) / 100,
      notices: [...this.#notices, ...notices],
    };
  }

  #stop(): false {
    this.#isTruncated = true;
    return false;
  }

  #reference(cell: Cell, draft: Draft): Json {
    switch (cell.kind) {
      case 'value':
        return cell.value;
      case 'node':
        this.#keepNode(cell.node, draft);
        return { $node: cell.node.id };
      case 'relationship':
        this.#keepRelationship(cell.relationship, draft);
        return { $relationship: cell.relationship.id };
      case 'path':
        for (const node of cell.nodes) this.#keepNode(node, draft);
        for (const relationship of cell.relationships) this.#keepRelationship(relationship, draft);
        return { $path: interleave(cell.nodes, cell.relationships) };
      case 'list':
        return cell.cells.map((item) => this.#reference(item, draft));
      case 'map':
        return Object.fromEntries(
          Object.entries(cell.cells).map(([name, item]) => [name, this.#reference(item, draft)]),
        );
    }
  }

  #keepNode(node: Node, draft: Draft): void {
    if (!this.#nodes.has(node.id) && !draft.nodes.has(node.id)) draft.nodes.set(node.id, node);
  }

  #keepRelationship(relationship: Relationship, draft: Draft): void {
    const { id } = relationship;
    if (!this.#relationships.has(id) && !draft.relationships.has(id)) draft.relationships.set(id, relationship);
  }
}

/** All that a row brings in one piece: asking item by item took a tenth of the time of an answer. */
function size(items: (Json | Node | Relationship)[]): number {
  return Buffer.byteLength(JSON.stringify(items));
}

function rowTooLarge(bytes: number, most: number): Notice {
  return { code: 'row-too-large', detail: `the first row has ${bytes} bytes; an answer may have ${most}` };
}

function interleave(nodes: Node[], relationships: Relationship[]): string[] {
  return nodes.flatMap((node, index) => {
    const next = relationships[index];
    return next ? [node.id, next.id] : [node.id];
  });
}
