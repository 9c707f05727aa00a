import type { Core } from 'cytoscape';
import type { Renderer } from './renderer.ts';

/** Milliseconds after which the picture is drawn at once all the same. */
const patience = 5_000;
/** Frames until Cytoscape has noticed what has changed: images are out of date then, and known to be. */
const frames = 3;

/**
 * Lets what has changed in a large picture be drawn a little in each frame, out of sight, and shown when all of it is
 * there: to draw thousands of elements in one frame would let nothing else have its turn for long. Until then the canvas
 * shows what it showed before; whoever moves the picture meanwhile sees it at once.
 */
export function drawInPortions(cy: Core): void {
  const renderer = cy.renderer();
  const until = performance.now() + patience;
  const { x, y } = cy.pan();
  const zoom = cy.zoom();
  const isMoved = (): boolean => cy.pan().x !== x || cy.pan().y !== y || cy.zoom() !== zoom;
  const hold = (frame: number): void => {
    if (cy.destroyed() || isMoved() || performance.now() > until || (frame > frames && isDrawn(renderer))) return;
    // Cytoscape forgets it with each frame, which it then spends on the image.
    renderer.skipFrame = true;
    requestAnimationFrame(() => hold(frame + 1));
  };
  hold(0);
}

/** Whether the image of all elements is made, or cannot be, as where it would be too large. Asking has it made. */
function isDrawn(renderer: Renderer): boolean {
  const { lyrTxrCache: images } = renderer.data;
  const { nondrag } = renderer.getCachedZSortedEles();
  if (images.getLayers(nondrag, renderer.getPixelRatio())) return true;
  return !images.skipping && images.layersQueue.size() === 0;
}
