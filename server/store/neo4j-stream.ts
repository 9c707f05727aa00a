import type { Record as Row, Session } from 'neo4j-driver';
import type { Give } from './handed-over.ts';
import { deletedNode, readEnds, toNotices, type InSession, type Query } from './neo4j-answer.ts';
import { CellReader, toParameters } from './neo4j-cells.ts';
import { Portions } from './portions.ts';
import { takeApart } from './row-parts.ts';
import type { RowParts, StreamPart } from './store.ts';

/** Runs a query and gives its rows portion by portion; the server sends on when they have been taken. */
export class Neo4jStream {
  readonly #query: Query;
  readonly #portions: Portions;
  readonly #ofEnds: InSession;
  readonly #give: Give<StreamPart>;
  #cells: CellReader;
  #hasColumns = false;

  /** @param ofEnds where the ends of relationships are looked up while the query's own session is busy */
  constructor(query: Query, limits: { maxRows: number; maxBytes: number }, ofEnds: InSession, give: Give<StreamPart>) {
    this.#query = query;
    this.#portions = new Portions(limits);
    this.#ofEnds = ofEnds;
    this.#give = give;
    this.#cells = new CellReader(query.key);
  }

  /** Whether something has been given, so that the query must not be run again. */
  get hasBegun(): boolean {
    return this.#hasColumns;
  }

  async read(session: Session, timeout: number): Promise<void> {
    const begin = performance.now();
    const { cypher, params } = this.#query;
    const result = session.run(cypher, toParameters(params), { timeout });
    let isCut = false;
    for await (const record of result) {
      if (this.#portions.isFull) {
        isCut = true;
        break;
      }
      await this.#giveColumns(record.keys.map(String));
      if (this.#portions.add(this.#parts(record))) await this.#givePortion();
    }
    await this.#giveColumns(await result.keys());
    await this.#givePortion();
    // The summary of a result that was cut would wait for all of it.
    const notices = isCut ? [] : toNotices((await result.summary()).notifications, cypher);
    const ms = Math.round(performance.now() - begin);
    await this.#give({ kind: 'end', rows: this.#portions.rows, truncated: isCut, ms, notices });
  }

  #parts(record: Row): RowParts {
    return takeApart(record.keys.map((_, index) => this.#cells.cell(record.get(index))));
  }

  async #giveColumns(columns: string[]): Promise<void> {
    if (this.#hasColumns) return;
    this.#hasColumns = true;
    await this.#give({ kind: 'columns', columns });
  }

  async #givePortion(): Promise<void> {
    const rows = this.#portions.take();
    if (rows.length === 0) return;
    await this.#close(rows);
    // What was seen is forgotten with each portion: it would grow with the answer.
    this.#cells = new CellReader(this.#query.key);
    await this.#give({ kind: 'rows', rows });
  }

  /** Gives each row the ends of its relationships. */
  async #close(rows: RowParts[]): Promise<void> {
    const cells = this.#cells;
    cells.settle();
    const unseen = new Set(rows.flatMap(endsOf).filter((id) => !cells.seen(id)));
    for await (const nodes of readEnds(this.#ofEnds, [...unseen], cells)) this.#portions.countNodes(nodes);
    for (const { nodes, relationships } of rows) {
      const known = new Set(nodes.map(({ id }) => id));
      for (const id of endsOf({ relationships })) {
        if (!known.has(id)) nodes.push(cells.seen(id) ?? deletedNode(id));
        known.add(id);
      }
    }
  }
}

function endsOf({ relationships }: Pick<RowParts, 'relationships'>): string[] {
  return relationships.flatMap(({ start, end }) => [start, end]);
}
