/** A cell of the results' table; its heading is the row before the first. */
export interface GridPlace {
  row: number;
  column: number;
}

export const heading = -1;

interface GridSize {
  rows: number;
  columns: number;
  /** Rows that are in sight together. */
  page: number;
}

/** Where a key leads from a cell, as in any grid; null for keys that lead nowhere. */
export function walk({ row, column }: GridPlace, key: string, isFar: boolean, size: GridSize): GridPlace | null {
  const target = targetOf({ row, column }, key, isFar, size);
  if (target === null) return null;
  return {
    row: Math.min(size.rows - 1, Math.max(heading, target.row)),
    column: Math.min(size.columns - 1, Math.max(0, target.column)),
  };
}

function targetOf({ row, column }: GridPlace, key: string, isFar: boolean, size: GridSize): GridPlace | null {
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? heading : row - 1, column };
    case 'ArrowDown':
      return { row: isFar ? size.rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: isFar ? size.columns - 1 : column + 1 };
    case 'Home':
      return { row: isFar ? heading : row, column: 0 };
    case 'End':
      return { row: isFar ? size.rows - 1 : row, column: size.columns - 1 };
    case 'PageUp':
      return { row: row - size.page, column };
    case 'PageDown':
      return { row: row + size.page, column };
    default:
      return null;
  }
}
