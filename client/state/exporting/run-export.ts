import { signal } from '@preact/signals-core';
import { ApiError } from '../../api/api.ts';
import { formatNumber, problemSentence, t } from '../locale.ts';
import { problemOf } from '../notices.ts';
import { ontology } from '../ontology.ts';
import { surface } from '../view/view.ts';
import { ExportError } from './export-error.ts';
import type { ExportOptions, ExportProgress } from './export-options.ts';
import type { PictureFormat } from './picture-formats.ts';

/** What became of the file that was last asked for. */
export type ExportState = { kind: 'running'; share: number | null } | ExportDone | { kind: 'failed'; error: unknown };

/** A file that is there, and what is to be said of it. */
interface ExportDone {
  kind: 'done';
  name: string;
  bytes: number;
  cut: ExportProgress['cut'] | null;
  undrawn: readonly string[];
  unanswered: number;
  isWithoutOwn: boolean;
}

/** Null before the first one, and after one that was stopped. */
export const exportState = signal<ExportState | null>(null);

let controller = new AbortController();

/** Stops what is running, and forgets what was. */
export function stopExport(): void {
  controller.abort();
  exportState.value = null;
}

/**
 * Makes a file; how it went is in `exportState`. An earlier one that is still being made is stopped.
 * @param save gives the file to the reader
 */
export async function runExport(
  format: PictureFormat,
  options: ExportOptions,
  save: (name: string, content: Blob) => void,
): Promise<void> {
  stopExport();
  controller = new AbortController();
  const { signal: stopped } = controller;
  const told: ExportProgress = {};
  exportState.value = { kind: 'running', share: null };
  try {
    const content = await format.write(options, stopped, (progress) => {
      Object.assign(told, progress);
      if (!stopped.aborted) exportState.value = { kind: 'running', share: told.share ?? null };
    });
    if (stopped.aborted) return;
    const name = fileName(format, options);
    save(name, content);
    const { cut = null, undrawn = [], unanswered = 0, isWithoutOwn = false } = told;
    exportState.value = { kind: 'done', name, bytes: content.size, cut, undrawn, unanswered, isWithoutOwn };
  } catch (error) {
    if (!stopped.aborted) exportState.value = { kind: 'failed', error };
  }
}

/** Signs that file systems have other uses for. */
const unfit = /[\p{Cc}<>:"/\\|?*]+/gu;

/** A file is called by its data set, and by what is in it where a format may have one thing or another. */
function fileName({ extension, isOf, asks }: PictureFormat, { what, rows }: ExportOptions): string {
  const dataSet = (ontology.peek()?.dataSet ?? '').replaceAll(unfit, '-');
  const parts = [
    dataSet || 'graph',
    ...(isOf === 'both' ? [what] : []),
    ...(asks.includes('rows') ? [rows] : []),
    ...(asks.includes('background') && surface.peek() === 'chart' ? ['chart'] : []),
  ];
  return `${parts.join('-')}.${extension}`;
}

/** Why there is no file. */
export function exportProblem(error: unknown): string {
  if (error instanceof ExportError) return t(error.word, error.values);
  return problemSentence(error instanceof ApiError ? error.problem : problemOf(error));
}

/** What the file is called, and how large it is as people say it. */
export function doneSentence({ name, bytes }: { name: string; bytes: number }): string {
  return bytes < 100_000
    ? t('exporting.doneKilobytes', { name, size: formatNumber(Math.max(1, Math.round(bytes / 1_000))) })
    : t('exporting.doneMegabytes', { name, size: formatNumber(Math.round(bytes / 100_000) / 10) });
}
