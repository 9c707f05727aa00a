import type { Node, Relationship } from '../contract/graph.ts';
import type { Json } from '../contract/json.ts';
import type { RowParts } from '../store/store.ts';

/**
 * The cells of a row with each node, relationship and path whole, where the row as it travels only refers to it. A map of
 * the query's own that looks like a reference, as `{`$node`: n.id}` does, is taken for one where the row has what it
 * names: nothing tells them apart any more.
 */
export function wholeCells({ row, nodes, relationships }: RowParts): Json[] {
  const nodesById = new Map(nodes.map((node) => [node.id, node]));
  const relationshipsById = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const whole = (cell: Json): Json => {
    if (cell === null || typeof cell !== 'object') return cell;
    if (Array.isArray(cell)) return cell.map(whole);
    const [[name, value] = [], ...others] = Object.entries(cell);
    if (name === undefined || others.length > 0) return mapOf(cell, whole);
    if (name === '$node' && typeof value === 'string') return nodesById.get(value) ?? cell;
    if (name === '$relationship' && typeof value === 'string') return relationshipsById.get(value) ?? cell;
    if (name === '$path' && Array.isArray(value)) return pathOf(value, nodesById, relationshipsById) ?? cell;
    return mapOf(cell, whole);
  };
  return row.map(whole);
}

/** Nodes and relationships by turns. */
function pathOf(ids: Json[], nodes: Map<string, Node>, relationships: Map<string, Relationship>): Json[] | undefined {
  const parts = ids.map((id, index) => {
    return typeof id === 'string' ? (index % 2 === 0 ? nodes : relationships).get(id) : undefined;
  });
  const found = parts.filter((part) => part !== undefined);
  return found.length === ids.length ? found : undefined;
}

function mapOf(cell: Record<string, Json>, change: (value: Json) => Json): Json {
  return Object.fromEntries(Object.entries(cell).map(([name, value]) => [name, change(value)]));
}
