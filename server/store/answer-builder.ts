import type { Answer, Notice } from '../contract/answer.ts';
import type { Graph, Node, Relationship } from '../contract/graph.ts';
import type { Json } from '../contract/json.ts';
import { ByteBudget } from './byte-budget.ts';
import { takeApart, type Cell } from './row-parts.ts';
import { tooManyBytes } from './store-problems.ts';

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
  readonly #bytes: ByteBudget;
  readonly #bytesOfEnds: ByteBudget;
  #isTruncated = false;

  constructor(limits: { maxRows: number; maxBytes: number }) {
    this.#maxRows = limits.maxRows;
    this.#maxBytes = limits.maxBytes;
    this.#bytes = new ByteBudget(limits.maxBytes);
    this.#bytesOfEnds = new ByteBudget(limits.maxBytes);
  }

  /** Adds a row. False says that a limit is reached: the row was left out and reading should stop. */
  add(cells: Cell[]): boolean {
    if (this.#isTruncated || this.#rows.length >= this.#maxRows) return this.#stop();
    const parts = takeApart(cells);
    const { row } = parts;
    const nodes = parts.nodes.filter(({ id }) => !this.#nodes.has(id));
    const relationships = parts.relationships.filter(({ id }) => !this.#relationships.has(id));
    const taken = this.#bytes.take({ row, nodes, relationships });
    if (!taken.fits) {
      if (this.#rows.length === 0) this.#notices.push(rowTooLarge(taken.bytes, this.#maxBytes));
      return this.#stop();
    }
    this.#rows.push(row);
    for (const node of nodes) this.#nodes.set(node.id, node);
    for (const relationship of relationships) this.#relationships.set(relationship.id, relationship);
    return true;
  }

  /** Ids of relationship ends that no row contained; the adapter fetches and adds them to close the graph. */
  missingEnds(): string[] {
    const missing = new Set<string>();
    for (const { start, end } of this.#relationships.values()) {
      if (!this.#nodes.has(start)) missing.add(start);
      if (!this.#nodes.has(end)) missing.add(end);
    }
    return [...missing];
  }

  /**
   * Adds nodes that no row contained, in the given order. Without them no graph is closed, so none is left out: they may have
   * as many bytes as the rows. Throws a ProblemError where they have more.
   */
  addNodes(nodes: Node[]): void {
    const added = nodes.filter(({ id }) => !this.#nodes.has(id));
    const { fits } = this.#bytesOfEnds.take({ row: [], nodes: added, relationships: [] });
    if (!fits) throw tooManyBytes(this.#maxBytes);
    for (const node of added) this.#nodes.set(node.id, node);
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
}

function rowTooLarge(bytes: number, most: number): Notice {
  return { code: 'row-too-large', detail: `the first row has ${bytes} bytes; an answer may have ${most}` };
}
