import type { Notification, Record as Row, Result, Session } from 'neo4j-driver';
import type { Answer, Notice } from '../contract/answer.ts';
import type { Node } from '../contract/graph.ts';
import type { Json } from '../contract/json.ts';
import { AnswerBuilder } from './answer-builder.ts';
import { positionAt } from './cypher-text.ts';
import { CellReader, toParameters } from './neo4j-cells.ts';
import type { Key } from './key.ts';

export interface AnswerLimits {
  maxRows: number;
  maxBytes: number;
}

/** Ends of relationships that are read at once: no more of them are held than one batch before their bytes are counted. */
const mostEnds = 500;

/** Runs something in a session of its own. */
export type InSession = <T>(work: (session: Session, remainingMs: number) => Promise<T>) => Promise<T>;

/** A query, and the key by which its nodes are told; null for the engine's own ids. */
export interface Query {
  cypher: string;
  params: Record<string, Json>;
  key: Key | null;
}

/** Runs a query and reads no more of it than the limits allow. */
export async function readAnswer(inSession: InSession, query: Query, limits: AnswerLimits): Promise<Answer> {
  const { builder, cells, columns, notices, ms } = await inSession((session, remainingMs) =>
    readRows(session, query, limits, remainingMs),
  );
  await closeGraph(inSession, builder, cells);
  return builder.build(columns, ms, notices);
}

async function readRows(session: Session, { cypher, params, key }: Query, limits: AnswerLimits, timeout: number) {
  const begin = performance.now();
  const builder = new AnswerBuilder(limits);
  const cells = new CellReader(key);
  const result = withoutStack(() => session.run(cypher, toParameters(params), { timeout }));
  const read = await forEachRow(result, (row) => builder.add(row.keys.map((_, index) => cells.cell(row.get(index)))));
  return {
    builder,
    cells,
    columns: read.columns,
    notices: toNotices(read.notifications, cypher),
    ms: performance.now() - begin,
  };
}

/**
 * Calls a function of the driver, which else writes the stack of its caller down for each query, should it ever fail: a twentieth of
 * the time of a small answer, for what our problems do not tell.
 */
function withoutStack<T>(call: () => T): T {
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return call();
  } finally {
    Error.stackTraceLimit = depth;
  }
}

interface Read {
  columns: string[];
  /** None of a result that was cut: its summary would wait for all of it. */
  notifications: Notification[];
}

/**
 * Hands over the rows of a result as they arrive, until one is not taken: the session is then to be closed. The result's own
 * iterator, which also keeps rows back for who is slow, takes a tenth of the server's time for a small answer.
 */
function forEachRow(result: Result, take: (row: Row) => boolean): Promise<Read> {
  return new Promise((resolve, reject) => {
    let columns: string[] = [];
    let isCut = false;
    result.subscribe({
      onKeys: (keys) => {
        columns = keys.map(String);
      },
      onNext: (row) => {
        if (isCut) return;
        try {
          isCut = !take(row);
        } catch (error) {
          isCut = true;
          reject(error);
        }
        if (isCut) resolve({ columns, notifications: [] });
      },
      onCompleted: ({ notifications }) => resolve({ columns, notifications }),
      onError: reject,
    });
  });
}

/** Fetches the ends of relationships that no row contained. */
async function closeGraph(inSession: InSession, builder: AnswerBuilder, cells: CellReader): Promise<void> {
  cells.settle();
  const unseen = builder.missingEnds().filter((id) => !cells.seen(id));
  for await (const nodes of readEnds(inSession, unseen, cells)) builder.addNodes(nodes);
  builder.addNodes(builder.missingEnds().map((id) => cells.seen(id) ?? deletedNode(id)));
}

/** Reads nodes by their element ids, batch by batch, and gives relationships their keys. */
export async function* readEnds(inSession: InSession, ids: string[], cells: CellReader): AsyncGenerator<Node[]> {
  const cypher = 'UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id RETURN n';
  for (let start = 0; start < ids.length; start += mostEnds) {
    const batch = ids.slice(start, start + mostEnds);
    const { records } = await inSession((session, timeout) => session.run(cypher, { ids: batch }, { timeout }));
    yield records.map((record) => cells.node(record.get('n')));
  }
  cells.settle();
}

/** An end that was deleted meanwhile: nothing is known of it. */
export function deletedNode(id: string): Node {
  return { id, labels: [], properties: {} };
}

/** What the server says of a query, each once; but for names that it does not have, which the store tells itself. */
export function toNotices(notifications: Notification[], cypher: string): Notice[] {
  const notices = notifications
    .filter(({ code }) => !/\.Unknown(Label|RelationshipType|PropertyKey)Warning$/.test(code))
    .map((notification) => toNotice(notification, cypher));
  return [...new Map(notices.map((notice) => [`${notice.code} ${notice.detail}`, notice])).values()];
}

function toNotice({ code, description, position }: Notification, cypher: string): Notice {
  const offset = position && 'offset' in position ? position.offset : undefined;
  return { code, detail: description, ...(offset !== undefined && { position: positionAt(cypher, offset) }) };
}
