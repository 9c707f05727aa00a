import type { Drawing } from '../../picture/shapes.ts';
import { ExportError } from '../export-error.ts';
import type { PdfOptions, WrittenPdf } from '../write-pdf.ts';
import type { PdfReply, PdfTask } from './worker.ts';

/**
 * Has a drawing written as PDF by a worker, so that the page goes on meanwhile; it lives for one file. Rejects with an
 * ExportError where the font does not come, or an AbortError when `signal` is aborted.
 */
export function makePdf(drawing: Drawing, options: PdfOptions, signal: AbortSignal): Promise<WrittenPdf> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const task: PdfTask = { drawing, options };
  const made = new Promise<WrittenPdf>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.addEventListener('message', ({ data }: MessageEvent<PdfReply>) => {
      if ('written' in data) resolve(data.written);
      else reject(data.isFontMissing ? new ExportError('exporting.noFont') : new Error(data.failed));
    });
    worker.postMessage(task, []);
  });
  return made.finally(() => worker.terminate());
}
