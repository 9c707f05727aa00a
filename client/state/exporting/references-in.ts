import type { Json } from '../../../server/contract/json.ts';
import { readCell } from '../workbench/results-cell.ts';
import type { ResultCell } from '../workbench/results-cell.ts';

/** The nodes and relationships that a row's cells refer to, those of paths, lists and maps too, in order. */
export function referencesIn(row: readonly Json[]): { nodes: string[]; relationships: string[] } {
  const found = { nodes: [] as string[], relationships: [] as string[] };
  const look = (cell: ResultCell): void => {
    if (cell.kind === 'node') found.nodes.push(cell.id);
    else if (cell.kind === 'relationship') found.relationships.push(cell.id);
    else if (cell.kind === 'list') for (const item of cell.items) look(item);
    else if (cell.kind === 'map') for (const [, item] of cell.entries) look(item);
    else if (cell.kind === 'path') {
      for (const [index, id] of cell.ids.entries()) found[index % 2 === 0 ? 'nodes' : 'relationships'].push(id);
    }
  };
  for (const cell of row) look(readCell(cell));
  return found;
}
