import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.build');
const [earlier, recent] = [join(folder, 'test-earlier.js'), join(folder, 'test-recent.js')];
/** Seconds. */
const longAgo = Date.now() / 1000 - 25 * 60 * 60;
const build = () => promisify(execFile)(process.execPath, ['server/build.js'], { cwd: root });

afterEach(() => Promise.all([earlier, recent].map((path) => rm(path, { force: true }))));

describe('building the server', () => {
  it('makes the programs that are started, each with what leads from its lines to those of its sources', async () => {
    await build();
    const programs = ['main.js', 'embedded-child.js', 'load.js'];
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining([...programs, ...programs.map((program) => `${program}.map`)]),
    );
  });

  it('leaves alone what has not changed: another server may be reading it', async () => {
    await build();
    const { ino } = await stat(join(folder, 'embedded-child.js'));
    await build();
    expect((await stat(join(folder, 'embedded-child.js'))).ino).toBe(ino);
  });

  it('counts the age of what has not changed from the last start that used it', async () => {
    await build();
    const path = join(folder, 'embedded-child.js');
    await utimes(path, longAgo, longAgo);
    await build();
    expect((await stat(path)).mtimeMs / 1000).toBeGreaterThan(longAgo + 60 * 60);
  });

  it('puts away what was built more than a day ago, and keeps for a running server what is younger', async () => {
    await mkdir(folder, { recursive: true });
    await Promise.all([earlier, recent].map((path) => writeFile(path, '')));
    await utimes(earlier, longAgo, longAgo);
    await build();
    const names = await readdir(folder);
    expect([names.includes('test-earlier.js'), names.includes('test-recent.js')]).toEqual([false, true]);
  });
});
