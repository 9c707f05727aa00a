import type { ExportRequest } from '../contract/cypher.ts';
import type { Problem } from '../contract/problem.ts';
import type { StreamPart } from '../store/store.ts';
import { writeCsv } from './write-csv.ts';
import { writeJson } from './write-json.ts';
import { writeNdjson } from './write-ndjson.ts';

/** How an answer is written into a file, piece by piece. */
interface ExportFormat {
  mediaType: string;
  extension: string;
  write: (
    parts: AsyncIterable<StreamPart>,
    options: Pick<ExportRequest, 'bom' | 'escapeFormulas' | 'summary'> & { toProblem: (error: unknown) => Problem },
  ) => AsyncGenerator<string>;
}

/** The formats by their names. One that has no place for a problem fails with it. */
export const exportFormats: Record<ExportRequest['format'], ExportFormat> = {
  ndjson: {
    mediaType: 'application/x-ndjson',
    extension: 'ndjson',
    write: (parts, { toProblem }) => writeNdjson(parts, toProblem),
  },
  csv: { mediaType: 'text/csv', extension: 'csv', write: writeCsv },
  json: { mediaType: 'application/json', extension: 'json', write: writeJson },
};
