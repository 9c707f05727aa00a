import type { CheckReport } from './check-report.ts';
import type { PassageCoverage } from './coverage.ts';

type Checked = Extract<CheckReport, { outcome: 'checked' }>;

/** What a bar is drawn with, and how wide the widest is. */
const signs = { nodes: '█', relationships: '▒', figures: '░' };
const widest = 24;

/** What `npm run seed:check` prints of a data set without a mistake: a bar for each passage, and what is not covered. */
export function coverageReport({ passages, totals, looseNumbers }: Checked): string {
  const open = passages.flatMap(({ at, text }) => (text?.openClauses ?? []).map((clause) => `  ${at}: ${clause}`));
  const leftOut = passages.flatMap((passage) =>
    passage.leftOut.map(({ quote, reason, reasonEn }) => `  ${passage.at}: ${quote} (${reason}; ${reasonEn})`),
  );
  return [
    ...table(passages),
    '',
    ...section('left out on purpose', leftOut),
    ...section('clauses that nothing cites and that are not left out on purpose', open),
    ...section(
      'numbers that no figure, date or name covers',
      looseNumbers.map(({ at, context }) => `  ${at}: ${context}`),
    ),
    `${totals.passages} passages, cited ${totals.nodes} times by nodes, ` +
      `${totals.relationships} by relationships and ${totals.figures} by figures` +
      (totals.text && totals.text.characters > 0
        ? `; ${totals.text.covered} of ${totals.text.characters} characters (${percent(totals.text)}) quoted or left out`
        : ''),
  ].join('\n');
}

/** A row for each passage, with a bar of what it gave: the widest is that of the passage that gave most. */
function table(passages: Checked['passages']): string[] {
  const most = Math.max(1, ...passages.map(({ nodes, relationships, figures }) => nodes + relationships + figures));
  const addressWidth = Math.max(12, ...passages.map(({ at }) => at.length));
  return [
    `${'passage'.padEnd(addressWidth)} nodes relationships figures left out   text  ` +
      `${signs.nodes} nodes ${signs.relationships} relationships ${signs.figures} figures`,
    ...passages.map((passage) => {
      const { at, nodes, relationships, figures, leftOut, text } = passage;
      const columns = [
        at.padEnd(addressWidth),
        String(nodes).padStart(5),
        String(relationships).padStart(13),
        String(figures).padStart(7),
        String(leftOut.length).padStart(8),
        (text ? percent(text) : '').padStart(6),
        ` ${barOf(passage, most)}`,
      ];
      return columns.join(' ').trimEnd();
    }),
  ];
}

/** Each kind that there is has a character at least. */
function barOf(passage: PassageCoverage, most: number): string {
  return (['nodes', 'relationships', 'figures'] as const)
    .map((kind) => {
      const length = Math.round((widest * passage[kind]) / most);
      return signs[kind].repeat(passage[kind] > 0 ? Math.max(1, length) : 0);
    })
    .join('');
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`${title} (${lines.length}):`, ...lines, ''];
}

function percent({ covered, characters }: { covered: number; characters: number }): string {
  return characters === 0 ? '–' : `${Math.round((100 * covered) / characters)} %`;
}
