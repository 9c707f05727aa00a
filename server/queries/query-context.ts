import type { Ontology } from '../contract/data-set/ontology.ts';
import type { ReadOptions, Store } from '../store/store.ts';

/** What a query needs of the world to be answered. */
export interface QueryContext {
  store: Pick<Store, 'read' | 'schema'>;
  ontology: Ontology;
  options: ReadOptions;
}
