import type { Answer, Graph, Json, Node, Notice, Relationship } from '../contract.ts';

/** A cell as an adapter hands it over: a plain value, or a part of the graph. */
export type Cell =
  | { kind: 'value'; value: Json }
  | { kind: 'node'; node: Node }
  | { kind: 'relationship'; relationship: Relationship }
  | { kind: 'path'; nodes: Node[]; relationships: Relationship[] }
  | { kind: 'list'; cells: Cell[] }
  | { kind: 'map'; cells: Record<string, Cell> };

/**
 * Gathers rows into an answer and stops at its limits. Nodes and relationships are kept once each, in the order
 * in which they are first seen.
 */
export class AnswerBuilder {
  readonly #nodes = new Map<string, Node>();
  readonly #relationships = new Map<string, Relationship>();
  readonly #rows: Json[][] = [];
  readonly #maxRows: number;
  readonly #maxBytes: number;
  #bytes = 0;
  #truncated = false;

  constructor(limits: { maxRows: number; maxBytes: number }) {
    this.#maxRows = limits.maxRows;
    this.#maxBytes = limits.maxBytes;
  }

  /** Adds a row. False says that a limit is reached: the row was left out and reading should stop. */
  add(cells: Cell[]): boolean {
    if (this.#rows.length >= this.#maxRows || this.#bytes >= this.#maxBytes) {
      this.#truncated = true;
      return false;
    }
    const bytesBefore = this.#bytes;
    const row = cells.map((cell) => this.#reference(cell));
    this.#bytes += JSON.stringify(row).length;
    if (this.#bytes > this.#maxBytes && bytesBefore > 0) {
      this.#truncated = true;
      return false;
    }
    this.#rows.push(row);
    return true;
  }

  /** Ids of relationship ends that no row contained; the adapter fetches and adds them to close the graph. */
  missingEnds(): string[] {
    const ends = [...this.#relationships.values()].flatMap(({ start, end }) => [start, end]);
    return [...new Set(ends)].filter((id) => !this.#nodes.has(id));
  }

  /** Adds nodes that no row contained, in the given order. */
  addNodes(nodes: Node[]): void {
    for (const node of nodes) this.#keepNode(node);
  }

  /** @param ms milliseconds that the engine took */
  build(columns: string[], ms: number, notices: Notice[] = []): Answer {
    const graph: Graph = { nodes: [...this.#nodes.values()], relationships: [...this.#relationships.values()] };
    return {
      graph,
      table: { columns, rows: this.#rows },
      truncated: this.#truncated,
      ms: Math.round(ms * 100) / 100,
      notices,
    };
  }

  #reference(cell: Cell): Json {
    switch (cell.kind) {
      case 'value':
        return cell.value;
      case 'node':
        this.#keepNode(cell.node);
        return { $node: cell.node.id };
      case 'relationship':
        this.#keepRelationship(cell.relationship);
        return { $relationship: cell.relationship.id };
      case 'path':
        for (const node of cell.nodes) this.#keepNode(node);
        for (const relationship of cell.relationships) this.#keepRelationship(relationship);
        return { $path: interleave(cell.nodes, cell.relationships) };
      case 'list':
        return cell.cells.map((item) => this.#reference(item));
      case 'map':
        return Object.fromEntries(Object.entries(cell.cells).map(([key, item]) => [key, this.#reference(item)]));
    }
  }

  #keepNode(node: Node): void {
    if (this.#nodes.has(node.id)) return;
    this.#nodes.set(node.id, node);
    this.#bytes += JSON.stringify(node).length;
  }

  #keepRelationship(relationship: Relationship): void {
    if (this.#relationships.has(relationship.id)) return;
    this.#relationships.set(relationship.id, relationship);
    this.#bytes += JSON.stringify(relationship).length;
  }
}

function interleave(nodes: Node[], relationships: Relationship[]): string[] {
  return nodes.flatMap((node, index) => {
    const next = relationships[index];
    return next ? [node.id, next.id] : [node.id];
  });
}
