import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const readDocument = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

/** The commands of a document's shell blocks: joined where a line goes on, without their remarks. */
export function commandsOf(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block);
  return blocks
    .flatMap((block) => block.replaceAll('\\\n', '').split('\n'))
    .map((line) => line.replace(/\s+#\s.*$/, '').trim())
    .filter((line) => line !== '');
}

/** What stands under a heading of the second level, up to the next one. */
export function sectionOf(text: string, heading: string): string {
  const [, section] = text.split(`\n## ${heading}\n`);
  if (section === undefined) throw new Error(`there is no section ${heading}`);
  return section.split('\n## ')[0] ?? '';
}

/** The cells of the table that has this heading, row by row, without the heading. */
export function tableUnder(text: string, firstColumn: string): string[][] {
  const lines = text.split('\n');
  const heading = lines.findIndex((line) => line.startsWith(`| ${firstColumn} |`));
  if (heading < 0) throw new Error(`there is no table with the column ${firstColumn}`);
  const rows = lines.slice(heading + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end < 0 ? rows.length : end).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** What stands between backticks. */
export const namesIn = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);

/** Files that a document links to or shows. */
export const linkedFiles = (text: string): string[] =>
  [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);

/** Scripts of package.json that a document tells to run. */
export function scriptsIn(text: string): string[] {
  const named = [...text.matchAll(/npm (?:run (?:-s )?([a-z][a-z0-9:-]*)|(start|test)\b)/g)];
  return [...new Set(named.map(([, script, short]) => script ?? short ?? ''))];
}
