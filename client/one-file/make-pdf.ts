import { ExportError } from '../state/exporting/export-error.ts';

/** What stands in the place of PDFs in a file, which has not the megabytes of their font: that they take a server. */
export const makePdf = (): Promise<never> => Promise.reject(new ExportError('exporting.noFont'));
