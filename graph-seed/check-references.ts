import type { Json } from '../server/contract.ts';
import type { Known } from './known.ts';
import type { Seed } from './read-files.ts';
import type { SeedProblem } from './seed-error.ts';

/** Parameters of named queries whose values are ids of nodes. */
const idParameters = new Set(['id', 'from', 'to', 'ids']);

/** Checks that questions and positions name nodes that exist, and that a picture as a tree has something to span it. */
export function checkReferences(seed: Seed, known: Known): SeedProblem[] {
  const hasHierarchy = !seed.types.complete || seed.types.entries.some(({ value }) => value.hierarchy);
  const questions = seed.questions.entries.flatMap(({ value, problem }) => {
    const named = Object.entries(value.parameters ?? {}).filter(([name]) => idParameters.has(name));
    const unknown = named.flatMap(([name, ids]) =>
      strings(ids).flatMap((id) => (known.hasId(id) ? [] : [{ name, id }])),
    );
    return [
      ...unknown.map(({ name, id }) => problem(`there is no node ${id}`, 'parameters', name)),
      ...(value.layout === 'tree' && !hasHierarchy
        ? [problem('no type is a hierarchy, which the tree needs', 'layout')]
        : []),
    ];
  });
  const positions = seed.positions.entries.flatMap(({ id, problem }) =>
    id === undefined || known.hasId(id) ? [] : [problem('the position is of a node that does not exist')],
  );
  return [...questions, ...positions];
}

function strings(value: Json): string[] {
  return [value].flat().filter((item) => typeof item === 'string');
}
