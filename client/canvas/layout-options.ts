/** Ways to lay out, as options of Cytoscape's layouts, without what depends on the picture. */
export const layoutOptions = {
  force: {
    name: 'fcose',
    quality: 'proof',
    // From where the nodes are: the same picture gives the same layout.
    randomize: false,
    nodeDimensionsIncludeLabels: true,
    idealEdgeLength: 90,
    nodeRepulsion: 6_000,
    gravity: 0.5,
    numIter: 4_000,
    tile: true,
  },
  concentric: {
    name: 'concentric',
    nodeDimensionsIncludeLabels: true,
    minNodeSpacing: 16,
    levelWidth: () => 1,
  },
} as const;
