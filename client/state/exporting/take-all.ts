import { signal } from '@preact/signals-core';
import type { ExportRequest } from '../../../server/contract/cypher.ts';
import type { Problem } from '../../../server/contract/problem.ts';
import { ApiError } from '../../api/api.ts';
import { exportCypher } from '../../api/cypher.ts';
import type { CypherQuery } from '../../api/cypher.ts';
import { formatNumber, problemSentence, t } from '../locale.ts';
import { notify } from '../notices.ts';
import type { CsvOptions } from './write-csv.ts';

/** All that a query answers, as a file from the server, which the browser keeps where it keeps large things. */

/** Rows that such a file has at most. */
export const mostExported = 1_000_000;

/** What is on its way, and the bytes of it that have come; null for nothing. */
export const takingAll = signal<{ bytes: number } | null>(null);

let controller = new AbortController();

/** Stops it, in the database too. */
export const stopTaking = (): void => controller.abort();

/**
 * Fetches the whole answer; tells how it ended. An earlier one that is still on its way is stopped.
 * @param save gives the file to the reader
 * @param most rows that the file may have
 */
export async function takeAll(
  query: CypherQuery,
  format: ExportRequest['format'],
  options: CsvOptions,
  save: (name: string, content: Blob) => void,
  most = mostExported,
): Promise<void> {
  controller.abort();
  controller = new AbortController();
  const { signal: stopped } = controller;
  takingAll.value = { bytes: 0 };
  let lines = 0;
  const count = (chunk: Uint8Array) => {
    takingAll.value = { bytes: (takingAll.peek()?.bytes ?? 0) + chunk.byteLength };
    lines += linesIn(chunk);
  };
  try {
    const response = await exportCypher(query, { format, limit: most, ...options }, stopped);
    const content = await new Response(response.body?.pipeThrough(watched(count))).blob();
    const end = format === 'ndjson' ? await endOf(content) : {};
    if (end.problem) throw new ApiError(end.problem);
    const name = `results.${format}`;
    save(name, content);
    if (end.summary?.truncated) notify({ kind: 'word', word: 'export.cut', values: { name, n: most } });
    // Beside its rows such a file has a line of its own at least, and no place to say that there were more.
    else if (format !== 'ndjson' && lines > most) {
      notify({ kind: 'word', word: 'export.perhapsCut', values: { name, n: most } });
    } else notify({ kind: 'word', word: 'export.saved', values: { name } });
  } catch (error) {
    if (stopped.aborted) notify({ kind: 'word', word: 'export.stopped' });
    else notify({ kind: 'word', word: 'export.broken', values: { why: reasonOf(error) } });
  } finally {
    if (controller.signal === stopped) takingAll.value = null;
  }
}

/** A response that is broken off tells no reason. */
const reasonOf = (error: unknown): string =>
  error instanceof ApiError ? problemSentence(error.problem) : t('export.brokenOff');

/** Lets everything through, and somebody see it. */
function watched(
  watch: (chunk: Uint8Array) => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(chunk, next) {
      watch(chunk);
      next.enqueue(chunk);
    },
  });
}

const lineFeed = 10;

function linesIn(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) lines += 1;
  return lines;
}

/** The size of a file as people say it. */
export const megabytes = (bytes: number): string => formatNumber(Math.round(bytes / 100_000) / 10);

/** Bytes at the end of a file that its last line surely has room in. */
const longestEnd = 100_000;

/** What the last line of NDJSON says: a summary, or the problem with which the rows ended. */
async function endOf(content: Blob): Promise<{ problem?: Problem; summary?: { truncated: boolean } }> {
  const text = await content.slice(-longestEnd).text();
  const line = text.trimEnd().split('\n').at(-1) ?? '';
  return JSON.parse(line);
}
