import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeAll(async () => {
  const cache = join(root, '.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'run-'));
  await writeFile(join(folder, 'vitest.config.ts'), `export default { test: { root: import.meta.dirname } };\n`);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs a test file of its own through the project's test command. */
async function runTests(name: string, body: string): Promise<{ code: number; lines: string[] }> {
  const file = join(folder, `${name}.test.ts`);
  await writeFile(file, `import { beforeAll, describe, expect, it } from 'vitest';\n${body}\n`);
  return new Promise((resolve) => {
    const argv = ['--import', 'tsx', 'tests/run.ts', '--config', join(folder, 'vitest.config.ts'), file];
    execFile(process.execPath, argv, { cwd: root, env: { PATH: process.env['PATH'] } }, (error, out) => {
      resolve({ code: Number(error?.code ?? 0), lines: out.trim().split('\n') });
    });
  });
}

describe.concurrent('npm test', () => {
  it('ends with one line that counts what passed and what was skipped, with the reasons above it', async () => {
    const { code, lines } = await runTests(
      'good',
      `it('is well', () => expect(1).toBe(1));
       it('is skipped', ({ skip }) => skip('the moon is not full'));
       describe.skip('later (no time)', () => it('waits', () => expect(1).toBe(1)));`,
    );
    expect([code, lines.at(-1)]).toEqual([0, '1 passed, 0 failed, 2 skipped']);
    expect(lines.slice(-4, -1)).toEqual([
      'skipped:',
      '  is skipped: the moon is not full',
      '  later (no time) > waits',
    ]);
  });

  it('fails when a test fails, and counts it', async () => {
    const { code, lines } = await runTests(
      'bad',
      `it('a', () => expect(1).toBe(1)); it('b', () => expect(1).toBe(2));`,
    );
    expect([code, lines.at(-1)]).toEqual([1, '1 passed, 1 failed, 0 skipped']);
  });

  it.each([
    ['a file cannot be read', 'not', `this is no TypeScript`],
    [
      'the preparation of tests fails',
      'hook',
      `describe('x', () => { beforeAll(() => { throw new Error('no'); }); it('y', () => {}); });`,
    ],
    [
      'something fails outside of every test',
      'outside',
      `it('a', () => { setTimeout(() => { throw new Error('late'); }); }); it('b', () => new Promise((resolve) => setTimeout(resolve, 200)));`,
    ],
    ['there is no test', 'none', `describe('nothing', () => {});`],
  ])('fails when %s', async (_what, name, body) => {
    const { code, lines } = await runTests(name, body);
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(/^\d+ passed, [1-9]\d* failed, \d+ skipped$/);
  });
});
