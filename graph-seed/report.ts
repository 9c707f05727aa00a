import type { PassageCoverage } from './coverage.ts';
import type { LooseNumber } from './numbers.ts';

/** What `npm run seed:check` prints of a data set without a mistake. */
export function coverageReport(coverage: PassageCoverage[], numbers: LooseNumber[]): string {
  const total = (count: (passage: PassageCoverage) => number) =>
    coverage.reduce((sum, passage) => sum + count(passage), 0);
  const characters = total(({ text }) => text?.characters ?? 0);
  const covered = total(({ text }) => text?.covered ?? 0);
  const open = coverage.flatMap(({ at, text }) => (text?.openClauses ?? []).map((clause) => `  ${at}: ${clause}`));
  const leftOut = coverage.flatMap((passage) =>
    passage.leftOut.map(({ quote, reason, reasonEn }) => `  ${passage.at}: ${quote} (${reason}; ${reasonEn})`),
  );
  return [
    'passage      nodes relationships figures left out   text',
    ...coverage.map(row),
    '',
    ...section('left out on purpose', leftOut),
    ...section('clauses that nothing cites and that are not left out on purpose', open),
    ...section(
      'numbers that no figure, date or name covers',
      numbers.map(({ at, context }) => `  ${at}: ${context}`),
    ),
    `${coverage.length} passages, cited by ${total(({ nodes }) => nodes)} nodes, ` +
      `${total(({ relationships }) => relationships)} relationships and ${total(({ figures }) => figures)} figures` +
      (characters > 0
        ? `; ${covered} of ${characters} characters (${percent(covered, characters)}) quoted or left out`
        : ''),
  ].join('\n');
}

function row({ at, nodes, relationships, figures, leftOut, text }: PassageCoverage): string {
  const numbers = [nodes, relationships, figures, leftOut.length].map(String);
  const widths = [5, 13, 7, 8];
  const columns = numbers.map((number, index) => number.padStart(widths[index] ?? 0));
  return [at.padEnd(12), ...columns, (text ? percent(text.covered, text.characters) : '').padStart(6)]
    .join(' ')
    .trimEnd();
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`${title} (${lines.length}):`, ...lines, ''];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}
