/** How unlike two pictures are: the mean difference of a colour's parts, from 0 to 255, as seen from a little farther away. */
export interface Unlikeness {
  ofBoth: number;
  /** Of the canvas and a picture with nothing on it. */
  ofNothing: number;
}

/**
 * Compares an SVG of the part in sight with what the canvas shows, in the page. Lines and letters are smoothed in other
 * ways by the one and the other, which is not seen from where four pixels are one. Runs in the browser.
 */
export async function unlikeness(svg: string): Promise<Unlikeness> {
  const cy = document.querySelector('.canvas')?.['_cyreg']?.cy;
  if (!cy) throw new Error('there is no picture');
  const whole = { width: Math.round(cy.width()), height: Math.round(cy.height()) };
  const ground = /<rect[^>]*fill="(#[0-9a-f]{6})"/.exec(svg)?.[1] ?? '#ffffff';
  const paint = (image: CanvasImageSource | undefined, size: typeof whole): CanvasRenderingContext2D => {
    const context = Object.assign(document.createElement('canvas'), size).getContext('2d');
    if (!context) throw new Error('there is no canvas');
    context.imageSmoothingQuality = 'high';
    context.fillStyle = ground;
    context.fillRect(0, 0, size.width, size.height);
    if (image) context.drawImage(image, 0, 0, size.width, size.height);
    return context;
  };
  // First in its full size: a browser would draw an SVG in the small one anew.
  const pixels = (image: HTMLImageElement | undefined): Uint8ClampedArray => {
    const small = { width: Math.round(whole.width / 4), height: Math.round(whole.height / 4) };
    return paint(paint(image, whole).canvas, small).getImageData(0, 0, small.width, small.height).data;
  };
  const addresses = [cy.png({ full: false, scale: 1, bg: ground }), `data:image/svg+xml,${encodeURIComponent(svg)}`];
  const [canvas, written] = await Promise.all(
    addresses.map(async (src) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      return image;
    }),
  );
  const drawn = pixels(canvas);
  const [ofBoth = 0, ofNothing = 0] = [written, undefined].map((image) => {
    const other = pixels(image);
    return drawn.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / drawn.length;
  });
  return { ofBoth, ofNothing };
}
