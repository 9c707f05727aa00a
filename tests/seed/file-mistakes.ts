import { execFileSync } from 'node:child_process';
import { symlink, truncate, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tinyFiles } from './tiny-data-set.ts';
import type { TinyFiles } from './tiny-data-set.ts';

/** A file that cannot be read as it is, and the one problem that it is to yield. */
export interface FileMistake {
  name: string;
  damage: (folder: string) => Promise<void>;
  problem: { file: keyof TinyFiles | 'nodes.csv' | 'relationships.csv'; line: number; id: string; message: string };
}

const whole = tinyFiles['nodes.yaml'];
const lines = whole.split('\n');
const firstEntry = lines.findIndex((line) => line.startsWith('- id: jia')) + 1;

/** Every way in which a file can be no text, or text that is not to be parsed. */
export const fileMistakes: FileMistake[] = [
  of('a file that is missing', 1, 'nodes', 'the file is missing', (folder) => unlink(nodes(folder))),
  of('a link that leads out of the folder', 1, 'nodes', 'a link that leads out of the folder', async (folder) => {
    const outside = join(folder, '../outside.yaml');
    await writeFile(outside, whole);
    await replaceByLink(folder, outside);
  }),
  of('a link to itself', 1, 'nodes', 'a link to itself', (folder) => replaceByLink(folder, nodes(folder))),
  of('a pipe that nobody writes to', 1, 'nodes', 'it is no file', async (folder) => {
    await unlink(nodes(folder));
    execFileSync('sh', ['-c', 'mkfifo "$0"', nodes(folder)]);
  }),
  // Sparse: it takes no room on the disk.
  of('a file of 100 MB', 1, 'nodes', 'the file has 100.0 MB, and 4.0 MB are the most', (folder) =>
    truncate(nodes(folder), 100_000_000),
  ),
  of('a file that is not UTF-8', 4, 'nodes', 'the file is not UTF-8', (folder) =>
    writeFile(
      nodes(folder),
      Buffer.concat([Buffer.from(lines.slice(0, 3).join('\n')), Buffer.from('\n  name: \xe9', 'latin1')]),
    ),
  ),
  of('a character that cannot be seen', 3, 'nodes', 'the line has a control character', (folder) =>
    writeFile(nodes(folder), lines.with(2, '  labels: [\0]').join('\n')),
  ),
  text('a tab that indents', firstEntry + 1, 'jia-association', 'a tab indents the line', [
    '  labels: [Organization]',
    '\tlabels: [Organization]',
  ]),
  text(
    'two documents in a file',
    lines.findIndex((line) => line.startsWith('- id: yi')) + 1,
    'jia-association',
    'multiple documents',
    ['- id: yi-branch', '---\n- id: yi-branch'],
  ),
  text(
    'aliases that stand for millions of values',
    firstEntry + 1,
    'jia-association',
    'the aliases stand for too many values',
    ['  labels: [Organization]', `  labels: ${bomb(9)}`],
  ),
  text('half a character, written as an escape', firstEntry + 2, 'jia-association', 'the text has half a character', [
    '  name: 甲协会',
    String.raw`  name: "甲\uD83D协会"`,
  ]),
  text('half a character in a key', firstEntry + 2, 'jia-association', 'the text has half a character', [
    '  name: 甲协会',
    String.raw`  "name\uDE00": 甲协会`,
  ]),
  text('an alias that stands for nothing', firstEntry + 1, 'jia-association', 'the alias *nobody stands for nothing', [
    '  labels: [Organization]',
    '  labels: *nobody',
  ]),
  text('a list that contains itself', firstEntry + 1, 'jia-association', 'the alias *itself stands for nothing', [
    '  labels: [Organization]',
    '  labels: &itself [*itself]',
  ]),
  text('brackets in brackets', firstEntry + 1, 'nodes', 'the YAML is nested too deep', [
    '  labels: [Organization]',
    `  labels: ${'['.repeat(100_000)}`,
  ]),
  text('lists in lists', firstEntry + 2, 'nodes', 'the YAML is nested too deep', [
    '  labels: [Organization]',
    `  labels:\n    ${'- '.repeat(100_000)}a`,
  ]),
  text('maps in maps', firstEntry + 100, 'nodes', 'the YAML is nested too deep', [
    '  labels: [Organization]',
    `  labels:\n${Array.from({ length: 1_000 }, (_, level) => `${' '.repeat(level + 3)}a:`).join('\n')}`,
  ]),
];

/** A list of ten, ten times in another, and so on: 10 to the power of `levels` values in as many short lists. */
function bomb(levels: number): string {
  const lists = Array.from(
    { length: levels },
    (_, level) =>
      `&list${level} [${Array.from({ length: 10 }, () => (level === 0 ? 'a' : `*list${level - 1}`)).join(', ')}]`,
  );
  return `[${lists.join(', ')}]`;
}

function of(name: string, line: number, id: string, message: string, damage: FileMistake['damage']): FileMistake {
  return { name, damage, problem: { file: 'nodes.yaml', line, id, message } };
}

/** What stands in the file, and what is put in its place. */
function text(name: string, line: number, id: string, message: string, [find, put]: [string, string]): FileMistake {
  return of(name, line, id, message, (folder) => writeFile(nodes(folder), whole.replace(find, put)));
}

async function replaceByLink(folder: string, target: string): Promise<void> {
  await unlink(nodes(folder));
  await symlink(target, nodes(folder));
}

function nodes(folder: string): string {
  return join(folder, 'nodes.yaml');
}
