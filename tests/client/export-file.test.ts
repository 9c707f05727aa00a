import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentPlace } from '../../client/offline/file-content.ts';
import type { RunningApp } from '../server/running-app.ts';
import { startApp } from '../server/running-app.ts';

let app: RunningApp;
let folder: string;
beforeAll(async () => {
  app = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'export-file-'));
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Has the command make a file of what a server has, with this for a template. Rejects where the command fails. */
async function run(template: string, environment: Record<string, string> = {}) {
  await Promise.all(['index.html', 'one-file.txt'].map((name) => writeFile(join(folder, name), template)));
  const { url } = await app.another({ environment, pageFolder: folder });
  const script = ['--import', 'tsx', 'client/one-file/export-file.ts'];
  return promisify(execFile)(process.execPath, [...script, join(folder, 'graph.html'), url]);
}

it('makes a file that opens in the language of its document, and tells its size and nothing else', async () => {
  const { stdout, stderr } = await run(contentPlace);
  expect([stdout.trim().replace(/\d+ kB/, 'n kB'), stderr]).toEqual([`${join(folder, 'graph.html')}: n kB`, '']);
  expect(await readFile(join(folder, 'graph.html'), 'utf8')).toContain('"view":""');
});

it('says where errors stand that a limit of the server has cut the graph', async () => {
  const { stdout, stderr } = await run(contentPlace, { QUERY_MAX_ROWS: '300' });
  expect(stdout).toContain('graph.html');
  expect(stderr).toContain('It is not everything');
  expect(stderr).toContain('300 of 703 relationships');
});

it('says in English why there is no file', async () => {
  await expect(run('no template')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^The server has no template/),
  });
});
