/** One line of the table that the bench prints. */
export interface Measure {
  name: string;
  figure: string;
  /** What the figure is held to; absent where it is for information only. */
  limit?: string;
  isKept?: boolean;
}

/** A measure that is held to a limit, in its unit. */
export function held(name: string, value: number, most: number, unit: string, remark = ''): Measure {
  return { name, figure: `${shown(value)} ${unit}${remark}`, limit: `≤ ${most} ${unit}`, isKept: value <= most };
}

export function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

/** The value below which a share of the values lies: 0.5 for the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The lowest to the highest of several runs, to be read beside their median. */
export function spread(values: readonly number[], unit: string): string {
  return ` (${shown(Math.min(...values))} to ${shown(Math.max(...values))} ${unit} in ${values.length} runs)`;
}

/** The measures as a table in plain text. */
export function asTable(measures: readonly Measure[]): string {
  const rows = [['measure', 'figure', 'limit', 'verdict'], ...measures.map(cellsOf)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}

function cellsOf({ name, figure, limit, isKept }: Measure): string[] {
  const verdict = isKept === undefined ? '' : isKept ? 'kept' : 'MISSED';
  return [name, figure, limit ?? '', verdict];
}
