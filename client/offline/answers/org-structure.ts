import type { Node } from '../../../server/contract/graph.ts';
import { nodeCell, relationshipCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { prominenceOf } from '../file-graph.ts';
import type { FileGraph } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';
import { wrong } from '../parameters.ts';

/** Steps from a root that are looked at. */
const mostSteps = 12;

export const orgStructure: OfflineQuery = {
  name: 'org-structure',
  parameters: ['types'],
  columns: ['depth', 'parent', 'relationship', 'child'],
  rows(graph, given) {
    const hierarchy = graph.ontology.types.filter((type) => type.hierarchy).map(({ name }) => name);
    const types = given.optionalTexts('types') ?? hierarchy;
    const unknown = types.find((type) => !graph.ontology.types.some(({ name }) => name === type));
    if (unknown !== undefined) throw wrong('types', `there is no relationship type ${unknown}`);
    if (types.length === 0) throw wrong('types', 'it must have 1 item');
    const below = (id: string) =>
      graph.around(id).filter(({ isOut, relationship }) => isOut && types.includes(relationship.type));
    const steps = stepsFromRoots(graph, types, (id) => below(id).map(({ other }) => other));
    return [...graph.nodes.values()]
      .flatMap((parent) =>
        below(parent.id).map(({ relationship, other: child }) => ({
          depth: 1 + (steps.get(parent.id) ?? 0),
          parent,
          relationship,
          child,
        })),
      )
      .toSorted(
        inOrder(
          ({ depth }) => depth,
          ({ parent }) => prominenceOf(graph, parent),
          ({ parent }) => parent.id,
          ({ relationship }) => relationship.type,
          ({ child }) => prominenceOf(graph, child),
          ({ child }) => child.id,
          ({ relationship }) => relationship.id,
        ),
      )
      .map(({ depth, parent, relationship, child }) => [
        depth,
        nodeCell(parent),
        relationshipCell(relationship),
        nodeCell(child),
      ]);
  },
};

/** How far below a root each node is; a root, and what is in a circle below none, has no entry. */
function stepsFromRoots(
  graph: FileGraph,
  types: readonly string[],
  childrenOf: (id: string) => readonly Node[],
): Map<string, number> {
  const isBelow = (id: string): boolean =>
    graph.around(id).some(({ isOut, relationship }) => !isOut && types.includes(relationship.type));
  const steps = new Map<string, number>();
  let reached = [...graph.nodes.keys()].filter((id) => !isBelow(id));
  for (let step = 1; step <= mostSteps && reached.length > 0; step++) {
    const next = new Set(reached.flatMap((id) => childrenOf(id).map((child) => child.id)));
    reached = [...next].filter((id) => !steps.has(id));
    for (const id of reached) steps.set(id, step);
  }
  return steps;
}
