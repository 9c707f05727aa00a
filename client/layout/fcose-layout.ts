import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import type { Box, LayoutRelationship, Places } from './task.ts';
import { withSeededChance } from './seeded-chance.ts';

cytoscape.use(fcose);

const options = {
  name: 'fcose',
  quality: 'proof',
  randomize: true,
  animate: false,
  fit: false,
  idealEdgeLength: 90,
  nodeRepulsion: 6_000,
  gravity: 0.5,
  tile: true,
} as const;

/** The force layout with the best pictures, for some hundred nodes: its time grows with the square of their number. */
export function fcoseLayout(boxes: readonly Box[], relationships: readonly LayoutRelationship[]): Places {
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { shape: 'rectangle', width: 'data(width)', height: 'data(height)' } }],
    elements: [
      ...boxes.map(({ id, width, height, below }) => ({ data: { id, width, height: height + below } })),
      ...relationships.map(({ start, end }) => ({ data: { source: start, target: end } })),
    ],
  });
  const fixedNodeConstraint = boxes
    .filter(({ isFixed }) => isFixed)
    .map(({ id, x, y, below }) => ({ nodeId: id, position: { x, y: y + below / 2 } }));
  // The more nodes, the fewer steps: one is willing to wait for some seconds only.
  const numIter = Math.round(Math.min(4_000, Math.max(1_000, 300_000 / boxes.length)));
  const wanted = { ...options, numIter, ...(fixedNodeConstraint.length > 0 && { fixedNodeConstraint }) };
  withSeededChance(() => cy.layout(wanted).run());
  // There, a box stands round the middle of node and caption.
  const places: Places = new Map(
    boxes.map(({ id, below }) => {
      const { x, y } = cy.getElementById(id).position();
      return [id, { x, y: y - below / 2 }];
    }),
  );
  cy.destroy();
  return places;
}
