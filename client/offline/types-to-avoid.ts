import type { Ontology } from '../../server/contract/data-set/ontology.ts';

/** Types that hold the document together, unless it is said which to avoid: by them all is near. */
export const typesToAvoid = (avoid: readonly string[] | undefined, { types }: Ontology): readonly string[] =>
  avoid ?? types.filter(({ isStructural }) => isStructural).map(({ name }) => name);
