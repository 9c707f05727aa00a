import type { PageSize } from './pdf/page-frame.ts';
import type { CsvOptions } from './write-csv.ts';

/** What a reader chooses for a file; each format asks for what it needs. */
export interface ExportOptions {
  /** Whether what is on screen is taken, or the whole data set. */
  what: 'shown' | 'all';
  /** Of the picture: all that is drawn, or the part in sight. */
  area: 'picture' | 'sight';
  /** The ground of the picture: none, or that of a colour scheme; `seen` is that of the page at present. */
  background: 'seen' | 'light' | 'dark' | 'none';
  /** Pixels for each unit of the picture. */
  scale: 1 | 2 | 3 | 4;
  /** The paper that the picture is put on. */
  page: PageSize;
  /** Which of the two tables of a graph. */
  rows: 'nodes' | 'relationships';
  csv: CsvOptions;
}

/** One of the things that a format may ask for, beside what is to be taken. */
export type Asked = Exclude<keyof ExportOptions, 'what'>;

export const usualOptions: ExportOptions = {
  what: 'shown',
  area: 'picture',
  background: 'seen',
  scale: 2,
  page: 'a4',
  rows: 'nodes',
  csv: { bom: false, escapeFormulas: true },
};

/** How far a file has come, and what is to be said of it. */
export interface ExportProgress {
  /** From 0 to 1; without it, nobody knows. */
  share?: number;
  /** Where a limit cut the graph: how much is in the file, and how much there is. */
  cut?: { nodes: number; allNodes: number; relationships: number; allRelationships: number };
  /** Letters that the file shows as boxes, as its font does not have them. */
  undrawn?: readonly string[];
  /** Answers that the server refused, so that the file does not have them. */
  unanswered?: number;
  /** Whether the view that the file opens with lacks what Cypher of the reader's own brought. */
  isWithoutOwn?: boolean;
}
