import type { CollectionReturnValue, NodeCollection, NodeSingular } from 'cytoscape';

/** The nodes of a collection as a list, typed as such. */
export const nodesOf = (collection: CollectionReturnValue | NodeCollection): NodeSingular[] =>
  collection.nodes().map((node: NodeSingular) => node);
