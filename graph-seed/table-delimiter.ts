/** What stands between the cells of a table. */
export type Delimiter = ',' | ';' | '\t';

const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** How a table is to be read. */
export interface Layout {
  delimiter: Delimiter;
  /** The line of the header row. */
  headerLine: 1 | 2;
}

/**
 * Finds the delimiter: told by a first line `sep=;`, as spreadsheets write it, else the one that makes the most known names
 * of the header row.
 * @param start of the file, with its first line
 */
export function layoutOf(start: string, columns: ReadonlyMap<string, unknown>): Layout {
  const [first = ''] = start.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const told = delimiters.find((delimiter) => first === `sep=${delimiter}`);
  if (told !== undefined) return { delimiter: told, headerLine: 2 };
  const known = (delimiter: Delimiter) =>
    first.split(delimiter).filter((name) => columns.has(name.replaceAll('"', '').trim())).length;
  const best = delimiters.reduce((most, delimiter) => (known(delimiter) > known(most) ? delimiter : most));
  return { delimiter: best, headerLine: 1 };
}
