import type { SeedNode, SeedRelationship } from './format.ts';
import type { SeedValues } from './read-files.ts';

/** The nodes of a data set that its author wrote, in lists and in tables. */
export function* nodesOf(values: SeedValues): Generator<SeedNode> {
  yield* values['nodes.yaml'];
  yield* values['nodes.csv'];
}

/** The relationships of a data set that its author wrote, in lists and in tables. */
export function* relationshipsOf(values: SeedValues): Generator<SeedRelationship> {
  yield* values['relationships.yaml'];
  yield* values['relationships.csv'];
}
