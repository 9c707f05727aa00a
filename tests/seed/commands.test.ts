import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { changed, tinyDocument, tinyFiles, withDataSet } from './tiny-data-set.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

test('seed:check prints coverage, and fails where a clause is neither cited nor left out', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const document = await writeDocument(folder);
    const { code, output } = await run('check.ts', [folder, '--document', document]);
    expect(output).toContain('clauses that nothing cites and that are not left out on purpose (2):');
    expect(output).toMatch(/6 passages, cited by .* characters \(.* %\) quoted or left out/);
    expect(code).toBe(1);
  });
});

test('seed:check passes a data set whose document is not at hand, and says so', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const { code, output } = await run('check.ts', [folder]);
    expect(output).toContain('the document is not at hand');
    expect(code).toBe(0);
  });
});

test('seed:check lists every problem, one a line, and fails', async () => {
  const files = changed([
    { file: 'nodes.yaml', find: 'at: title, quote', put: 'at: title.7, quote' },
    { file: 'positions.yaml', find: 'yi-branch:', put: 'bing-branch:' },
  ]);
  await withDataSet(files, async (folder) => {
    const { code, output } = await run('check.ts', [folder]);
    expect(
      output
        .trim()
        .split('\n')
        .map((line) => line.replace(/^.*\//, '')),
    ).toEqual([
      'nodes.yaml:13: jia-association: there is no passage at title.7',
      'positions.yaml:3: bing-branch: the position is of a node that does not exist',
      '2 problems',
    ]);
    expect(code).toBe(1);
  });
});

test('a document that is not there is named', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const { code, output } = await run('check.ts', [folder, '--document', 'nowhere.txt']);
    expect(output).toContain('nowhere.txt');
    expect(code).toBe(1);
  });
});

async function writeDocument(folder: string): Promise<string> {
  const path = join(dirname(folder), 'document.txt');
  await writeFile(path, tinyDocument);
  return path;
}

interface Outcome {
  code: number;
  output: string;
}

/** Runs a command of graph-seed as npm would, apart from the settings of whoever runs the tests. */
async function run(script: string, args: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const path = join(project, 'graph-seed', script);
  const env = { PATH: process.env.PATH, ...environment };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', path, ...args],
      { cwd: project, env },
      (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
      },
    );
  });
}
