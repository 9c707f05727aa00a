import type { CollectionReturnValue } from 'cytoscape';

/**
 * The part of Cytoscape's renderer that the picture's size decides, and the images that it keeps of the elements; neither
 * can be reached in another way once it is there.
 */
export interface Renderer {
  hideEdgesOnViewport: boolean;
  textureOnViewport: boolean;
  /** Set, the next frame is not drawn, but used to go on with images. */
  skipFrame: boolean;
  getPixelRatio: () => number;
  /** All elements from back to front, and those of them that are not being moved. */
  getCachedZSortedEles: () => CollectionReturnValue[] & { nondrag: CollectionReturnValue[] };
  data: {
    lyrTxrCache: {
      /** Images of all elements, or null as long as they are not made, or cannot be. */
      getLayers: (elements: CollectionReturnValue[], pixelRatio: number) => object[] | null;
      /** Whether so much has just changed that images are not worth while yet. */
      skipping: boolean;
      /** Images of which parts are missing. */
      layersQueue: { size: () => number };
    };
  };
}

declare module 'cytoscape' {
  interface Core {
    renderer: () => Renderer;
  }
}
