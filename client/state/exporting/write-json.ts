import type { Answer } from '../../../server/contract/answer.ts';
import type { Json } from '../../../server/contract/json.ts';
import { referencesIn } from './references-in.ts';
import { wholeCell } from '../workbench/results-cell.ts';
import type { ResultGraph } from '../workbench/results-graph.ts';
import type { ResultLine } from '../workbench/results-table.ts';

/** The rows as a list of records by column, their nodes, relationships and paths whole. */
export function writeJson({ table }: Answer, lines: readonly ResultLine[], graph: ResultGraph): string {
  const records = lines.map(({ index }) => record(table.columns, table.rows[index] ?? [], graph));
  return records.length === 0 ? '[]\n' : `[\n${records.join(',\n')}\n]\n`;
}

/** Put together by hand: an object would sort columns such as `1` before the others. */
function record(columns: readonly string[], row: readonly Json[], graph: ResultGraph): string {
  const fields = columns.map((column, index) => {
    return `${JSON.stringify(column)}:${JSON.stringify(wholeCell(row[index], graph))}`;
  });
  return `{${fields.join(',')}}`;
}

/**
 * The rows as lines of JSON, as the server streams them: first the columns, then each row with the nodes and
 * relationships that no row before it had, at last a summary.
 */
export function writeNdjson({ table, ...answer }: Answer, lines: readonly ResultLine[], graph: ResultGraph): string {
  const told = new Set<string>();
  const fresh = <Item extends { id: string }>(ids: readonly string[], known: ReadonlyMap<string, Item>): Item[] =>
    [...new Set(ids)].flatMap((id) => {
      const item = told.has(id) ? undefined : known.get(id);
      if (item) told.add(id);
      return item ?? [];
    });
  const rows = lines.map(({ index }) => {
    const row = table.rows[index] ?? [];
    const { nodes, relationships } = referencesIn(row);
    return {
      row,
      nodes: fresh(nodes, graph.nodes),
      relationships: fresh(relationships, graph.relationships),
    };
  });
  const { truncated, ms, notices } = answer;
  const summary = { rows: rows.length, truncated, ms, notices };
  return [{ columns: table.columns }, ...rows, { summary }].map((line) => `${JSON.stringify(line)}\n`).join('');
}
