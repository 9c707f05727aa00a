import { nodeOf } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { wrong } from '../parameters.ts';
import { typesToAvoid } from '../types-to-avoid.ts';
import { pathsBetween } from '../walk.ts';

/** All paths are many more than the shortest ones, and each step more multiplies them. */
const mostHopsOfAll = 4;

export const paths: OfflineQuery = {
  name: 'paths',
  parameters: ['from', 'to', 'maxHops', 'avoid', 'kind', 'limit'],
  columns: ['path', 'hops'],
  rows(graph, given) {
    const from = given.text('from');
    const to = given.text('to');
    const kind = given.oneOf('kind', ['shortest', 'all-shortest', 'all']);
    const maxHops = given.whole('maxHops', 1, kind === 'all' ? mostHopsOfAll : 8, kind === 'all' ? mostHopsOfAll : 6);
    const limit = given.whole('limit', 1, 100, 20);
    const avoid = typesToAvoid(given.optionalTexts('avoid'), graph.ontology);
    if (from === to) throw wrong('to', 'it is the same node as from');
    const types = graph.ontology.types.map(({ name }) => name).filter((name) => !avoid.includes(name));
    if (types.length === 0) throw wrong('avoid', 'no relationship type is left to walk along');
    const found = pathsBetween(nodeOf(graph, from).id, nodeOf(graph, to).id, {
      graph,
      types,
      maxHops,
      isShortestOnly: kind !== 'all',
    });
    return firstOf(found, kind === 'shortest' ? 1 : limit).map((path) => [{ $path: path }, (path.length - 1) / 2]);
  },
};

/** No more than so many are looked for. */
function firstOf<Item>(items: Iterable<Item>, count: number): Item[] {
  const first: Item[] = [];
  for (const item of items) {
    first.push(item);
    if (first.length >= count) break;
  }
  return first;
}
