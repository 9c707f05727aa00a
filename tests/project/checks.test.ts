import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a tool of the project; what it says, and whether it is content. */
async function run(tool: string, ...argv: string[]): Promise<{ isContent: boolean; said: string }> {
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules/.bin', tool), argv, { cwd: root, maxBuffer: 10_000_000 }, (error, out, err) => {
      resolve({ isContent: error === null, said: `${out}${err}`.trim() });
    });
  });
}

describe.concurrent('the code', () => {
  it.each([
    ['has no error of types', 'tsc', []],
    ['breaks no rule of the linter', 'oxlint', ['--type-aware', '--deny-warnings', '.']],
    ['is formatted', 'oxfmt', ['--check', '.']],
    ['has no file, export or package that nothing uses', 'knip', ['--no-progress']],
  ])('%s', async (_name, tool, argv) => {
    const { isContent, said } = await run(tool, ...argv);
    expect(isContent ? '' : said).toBe('');
  });
});
