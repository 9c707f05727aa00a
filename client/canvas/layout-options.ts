/** Ways to lay out, as options of Cytoscape's layouts, without what depends on the picture. */
export const layoutOptions = {
  force: {
    name: 'fcose',
    quality: 'proof',
    // From where the nodes are: the same picture gives the same layout.
    randomize: false,
    nodeDimensionsIncludeLabels: true,
    nodeSeparation: 110,
    idealEdgeLength: 130,
    nodeRepulsion: 12_000,
    gravity: 0.3,
    packComponents: true,
  },
  tree: {
    name: 'dagre',
    rankDir: 'TB',
    nodeDimensionsIncludeLabels: true,
    nodeSep: 24,
    rankSep: 70,
  },
  concentric: {
    name: 'concentric',
    nodeDimensionsIncludeLabels: true,
    minNodeSpacing: 28,
    levelWidth: () => 3,
    concentric: (node: { degree: (loops: boolean) => number }) => node.degree(false),
  },
} as const;
