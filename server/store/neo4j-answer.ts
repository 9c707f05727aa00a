import type { Notification, Session } from 'neo4j-driver';
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
  const result = session.run(cypher, toParameters(params), { timeout });
  let isCut = false;
  for await (const record of result) {
    isCut = !builder.add(record.keys.map((_, index) => cells.cell(record.get(index))));
    if (isCut) break;
  }
  const columns = await result.keys();
  // The summary of a result that was cut would wait for all of it.
  const notices = isCut ? [] : toNotices((await result.summary()).notifications, cypher);
  return { builder, cells, columns, notices, ms: performance.now() - begin };
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
