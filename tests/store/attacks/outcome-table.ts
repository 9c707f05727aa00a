import type { Attack } from './attack.ts';
import type { Came } from './outcome-of.ts';

/** What came of each attack on each engine, as a table for people. */
export class OutcomeTable {
  readonly #rows = new Map<string, Map<string, Came>>();

  add(attack: Attack, engine: string, came: Came): void {
    const row = this.#rows.get(attack.name) ?? new Map<string, Came>();
    this.#rows.set(attack.name, row.set(engine, came));
  }

  /** One line for each attack: its outcome on each engine, then the attack. */
  toText(): string {
    const rows = [...this.#rows];
    const engines = [...new Set(rows.flatMap(([, row]) => Array.from(row.keys())))];
    const lines = rows.map(([name, row]) =>
      engines.map((engine) => describe(row.get(engine))).concat(name.length > 90 ? `${name.slice(0, 89)}…` : name),
    );
    const table = [engines.concat('attack'), ...lines];
    const widths = engines.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
    return table.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
  }
}

function describe(came: Came | undefined): string {
  if (!came) return '–';
  return came.outcome === came.told ? came.told : `${came.outcome} (${came.told})`;
}
