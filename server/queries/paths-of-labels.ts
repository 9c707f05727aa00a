import type { Answer } from '../contract/answer.ts';
import type { Relationship } from '../contract/graph.ts';
import type { Json } from '../contract/json.ts';
import { toAnswer, type Row } from './label-answers.ts';
import type { QueryContext } from './query-context.ts';
import { schemaPicture } from './schema-picture.ts';

/** What is asked of paths, wherever they run. */
interface Wanted {
  from: string;
  to: string;
  kind: 'shortest' | 'all-shortest' | 'all';
  maxHops: number;
  avoid: string[];
  limit: number;
}

/** Ids of nodes and relationships in turn. */
type Path = string[];

/** Paths that are gone on with: a picture of hundreds of labels has more than anybody looks at. */
const mostOpen = 20_000;

/** Paths between two labels in the schema picture, in the order in which those of a graph come. */
export async function pathsOfLabels(wanted: Wanted, context: QueryContext): Promise<Answer> {
  const { graph, ms } = await schemaPicture(context);
  const joins = graph.relationships.filter(({ type, start, end }) => start !== end && !wanted.avoid.includes(type));
  const { paths, isCut } = walk(joins, wanted);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const relationships = new Map(joins.map((relationship) => [relationship.id, relationship]));
  const rows = paths.slice(0, wanted.limit).map((path): Row => {
    const cells: Json[] = [{ $path: path }, (path.length - 1) / 2];
    return {
      cells,
      nodes: path.flatMap((id) => nodes.get(id) ?? []),
      relationships: path.flatMap((id) => relationships.get(id) ?? []),
    };
  });
  return { ...toAnswer(['path', 'hops'], rows, ms), truncated: isCut };
}

/** Step by step, so that shorter paths are found first; of the shortest, none comes back to where others have been. */
function walk(joins: Relationship[], { from, to, kind, maxHops, limit }: Wanted): { paths: Path[]; isCut: boolean } {
  const at = new Map<string, Relationship[]>();
  for (const join of joins) for (const id of [join.start, join.end]) at.set(id, [...(at.get(id) ?? []), join]);
  const paths: Path[] = [];
  const seen = new Set([from]);
  let open: Path[] = [[from]];
  let isCut = false;
  for (let hops = 1; hops <= maxHops && paths.length < limit; hops += 1) {
    const further = open.flatMap((path) => {
      const last = path.at(-1) ?? '';
      return (at.get(last) ?? []).map(({ id, start, end }) => path.concat(id, start === last ? end : start));
    });
    const simple = further.filter((path) => {
      const next = path.at(-1) ?? '';
      return kind === 'all' ? path.indexOf(next) === path.length - 1 : !seen.has(next);
    });
    paths.push(...simple.filter((path) => path.at(-1) === to).toSorted(byIds));
    if (kind !== 'all' && paths.length > 0) break;
    for (const path of simple) seen.add(path.at(-1) ?? '');
    const rest = simple.filter((path) => path.at(-1) !== to);
    isCut ||= rest.length > mostOpen;
    open = rest.slice(0, mostOpen);
  }
  return { paths, isCut };
}

function byIds(left: Path, right: Path): number {
  return left.join('\n') < right.join('\n') ? -1 : 1;
}
