import { checkTyped, fetchNode, newReader, rowReader, type Database } from './embedded-engine.ts';
import type { CellReader } from './embedded-cells.ts';
import type { StreamRequest } from './embedded-messages.ts';
import type { Give } from './handed-over.ts';
import { Portions } from './portions.ts';
import { takeApart } from './row-parts.ts';
import type { RowParts, StreamPart } from './store.ts';

/**
 * Runs a typed query and gives its rows portion by portion. The engine has the whole result in memory, in its own form,
 * which takes a fraction of what values of ours would.
 */
export async function streamRows(database: Database, request: StreamRequest, give: Give<StreamPart>): Promise<null> {
  const { params, maxRows, maxBytes } = request;
  const { cypher } = await checkTyped(database, request.cypher, params);
  const begin = performance.now();
  const result = await database.engine.executeCypher(cypher, params);
  const { columns } = result;
  const valuesAt = rowReader(result);
  const portions = new Portions({ maxRows, maxBytes });
  let cells = newReader(database);
  await give({ kind: 'columns', columns });
  for (let index = 0; index < result.length && !portions.isFull; index += 1) {
    const parts = takeApart(valuesAt(index).map((value) => cells.cell(value)));
    addEnds(database, cells, parts);
    if (!portions.add(parts)) continue;
    await give({ kind: 'rows', rows: portions.take() });
    // What was seen is forgotten with each portion: it would grow with the answer.
    cells = newReader(database);
  }
  const last = portions.take();
  if (last.length > 0) await give({ kind: 'rows', rows: last });
  const ms = Math.round(performance.now() - begin);
  await give({ kind: 'end', rows: portions.rows, truncated: result.length > portions.rows, ms, notices: [] });
  return null;
}

function addEnds(database: Database, cells: CellReader, { nodes, relationships }: RowParts): void {
  const known = new Set(nodes.map(({ id }) => id));
  for (const id of relationships.flatMap(({ start, end }) => [start, end])) {
    if (!known.has(id)) nodes.push(...fetchNode(database, cells, id));
    known.add(id);
  }
}
