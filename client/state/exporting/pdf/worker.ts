import type { Drawing } from '../../picture/shapes.ts';
import { writePdf } from '../write-pdf.ts';
import type { PdfOptions, WrittenPdf } from '../write-pdf.ts';
import { fetchSlice } from './fetch-slice.ts';
import { FontError } from './font-error.ts';

export interface PdfTask {
  drawing: Drawing;
  options: PdfOptions;
}

export type PdfReply = { written: WrittenPdf } | { failed: string; isFontMissing: boolean };

/** Writes the one PDF that it is asked for. */
addEventListener('message', ({ data }: MessageEvent<PdfTask>) => void answer(data));

async function answer({ drawing, options }: PdfTask): Promise<void> {
  try {
    const written = await writePdf(drawing, options, fetchSlice);
    reply({ written }, [written.bytes.buffer]);
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    reply({ failed, isFontMissing: error instanceof FontError });
  }
}

const reply = (message: PdfReply, transfer: Transferable[] = []): void => postMessage(message, { transfer });
