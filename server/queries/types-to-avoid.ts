import type { Ontology } from '../contract/data-set/ontology.ts';

/** Types that hold the document together, unless the caller says which to avoid: by them all is near. */
export function typesToAvoid(avoid: string[] | undefined, { types }: Ontology): string[] {
  return avoid ?? types.filter(({ isStructural }) => isStructural).map(({ name }) => name);
}
