import type { Asked, ExportOptions, ExportProgress } from './export-options.ts';

/** A kind of file in which the picture or its graph can be taken along. */
export interface PictureFormat {
  name: string;
  /** Without the dot. */
  extension: string;
  mediaType: string;
  /** What there can be in it: what is on screen, the whole data set, or the one or the other. */
  isOf: 'shown' | 'all' | 'both';
  /** What the reader is asked for. */
  asks: readonly Asked[];
  /**
   * Makes the file. Rejects with an ExportError or an ApiError, which have words for the reader, or an AbortError when
   * `signal` is aborted.
   */
  write: (options: ExportOptions, signal: AbortSignal, onProgress: (progress: ExportProgress) => void) => Promise<Blob>;
}

/** The formats, in the order in which they are offered. What writes one is fetched when it is first asked for. */
export const pictureFormats = [
  {
    name: 'png',
    extension: 'png',
    mediaType: 'image/png',
    isOf: 'shown',
    asks: ['area', 'background', 'scale'],
    async write(options) {
      const [{ drawShown }, { writePng }] = await Promise.all([import('./draw-shown.ts'), import('./write-png.ts')]);
      return writePng(await drawShown(options), options.scale);
    },
  },
  {
    name: 'svg',
    extension: 'svg',
    mediaType: 'image/svg+xml',
    isOf: 'shown',
    asks: ['area', 'background'],
    async write(options) {
      const [{ drawShown }, { writeSvg }] = await Promise.all([import('./draw-shown.ts'), import('./write-svg.ts')]);
      return new Blob([writeSvg(await drawShown(options))], { type: this.mediaType });
    },
  },
  {
    name: 'json',
    extension: 'json',
    mediaType: 'application/json',
    isOf: 'both',
    asks: [],
    async write(options, signal, onProgress) {
      const [{ graphToTake }, { writeGraphJson }] = await Promise.all([
        import('./graph-to-take.ts'),
        import('./write-graph-json.ts'),
      ]);
      return new Blob([writeGraphJson(await graphToTake(options.what, signal, onProgress))], { type: this.mediaType });
    },
  },
] as const satisfies readonly PictureFormat[];

export type FormatName = (typeof pictureFormats)[number]['name'];
