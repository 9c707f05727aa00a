import { hasServer } from '../../api/transport.ts';
import type { Word } from '../locale.ts';
import type { Asked, ExportOptions, ExportProgress } from './export-options.ts';
import type { GraphFileName } from './write-graph-file.ts';

/** A kind of file in which the picture or its graph can be taken along. */
export interface PictureFormat {
  name: string;
  /** Without the dot. */
  extension: string;
  mediaType: string;
  /** What there can be in it: what is on screen, the whole data set, or the one or the other. */
  isOf: 'shown' | 'all' | 'both';
  /** Whether it takes files that only a server has. */
  needsServer?: boolean;
  /** What the reader is asked for. */
  asks: readonly Asked[];
  /** What the reader should know of the file. */
  note?: Word;
  /**
   * Makes the file. Rejects with an ExportError or an ApiError, which have words for the reader, or an AbortError when
   * `signal` is aborted.
   */
  write: (options: ExportOptions, signal: AbortSignal, onProgress: (progress: ExportProgress) => void) => Promise<Blob>;
}

/** A format that has the graph in it, as text. */
function graphFormat<Name extends GraphFileName>(
  name: Name,
  extension: string,
  mediaType: string,
  asks: readonly Asked[],
  more: Pick<PictureFormat, 'note'> = {},
): PictureFormat & { name: Name } {
  return {
    name,
    extension,
    mediaType,
    isOf: 'both',
    asks,
    ...more,
    async write({ what, ...options }, signal, onProgress) {
      const [{ graphToTake }, { writeGraphFile }] = await Promise.all([
        import('./graph-to-take.ts'),
        import('./write-graph-file.ts'),
      ]);
      const graph = await graphToTake(what, signal, onProgress);
      return new Blob([writeGraphFile(name, graph, options)], { type: mediaType });
    },
  };
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
    name: 'pdf',
    extension: 'pdf',
    mediaType: 'application/pdf',
    isOf: 'shown',
    needsServer: true,
    asks: ['area', 'background', 'page'],
    async write(options, signal, onProgress) {
      const [{ drawShown }, { pdfOf }] = await Promise.all([import('./draw-shown.ts'), import('./pdf/pdf-of.ts')]);
      const { bytes, undrawn } = await pdfOf(await drawShown(options), options.page, signal);
      onProgress({ undrawn });
      return new Blob([bytes], { type: this.mediaType });
    },
  },
  graphFormat('csv', 'csv', 'text/csv', ['rows', 'csv']),
  graphFormat('graphml', 'graphml', 'application/xml', []),
  graphFormat('cypher', 'cypher', 'text/plain', [], { note: 'exporting.hidden' }),
  graphFormat('json', 'json', 'application/json', []),
  {
    name: 'file',
    extension: 'html',
    mediaType: 'text/html',
    isOf: 'all',
    needsServer: true,
    asks: [],
    async write(_options, signal, onProgress) {
      const { writeOneFile } = await import('./write-one-file.ts');
      return new Blob([await writeOneFile(signal, onProgress)], { type: this.mediaType });
    },
  },
] as const satisfies readonly PictureFormat[];

/** The formats that can be had here: some take a server, which the page as one file does not have. */
export const offeredFormats = (): readonly (typeof pictureFormats)[number][] =>
  pictureFormats.filter((format: PictureFormat) => hasServer() || !format.needsServer);
