import type { Json } from '../server/contract/json.ts';
import type { Known } from './known.ts';
import type { Seed } from './read-files.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';

/** A tree is spanned by a hierarchy. */
export const noTree: Flaw = {
  code: 'tree-without-hierarchy',
  message: 'no type is a hierarchy, which the tree needs',
};

/** Parameters of named queries whose values are ids of nodes. */
const idParameters = new Set(['id', 'from', 'to', 'ids']);

/** Checks that questions and positions name nodes that exist, and that a picture as a tree has something to span it. */
export function checkReferences(seed: Seed, known: Known): SeedProblem[] {
  const hasHierarchy = !seed.types.complete || seed.types.entries.some(({ value }) => value.hierarchy);
  const questions = seed.questions.entries.flatMap(({ value, problem }) => {
    const named = Object.entries(value.parameters ?? {}).filter(([name]) => idParameters.has(name));
    return [
      ...named.flatMap(([name, ids]) =>
        strings(ids)
          .flatMap((id) => known.unknown('node', id))
          .map((flaw) => problem(flaw, 'parameters', name)),
      ),
      ...(value.layout === 'tree' && !hasHierarchy ? [problem(noTree, 'layout')] : []),
    ];
  });
  const positions = seed.positions.entries.flatMap(({ id, problem }) =>
    id === undefined ? [] : known.unknown('node', id).map((flaw) => problem(flaw)),
  );
  return [...questions, ...positions];
}

function strings(value: Json): string[] {
  return [value].flat().filter((item) => typeof item === 'string');
}
