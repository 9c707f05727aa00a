import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { preparePage } from '../../server/prepare.ts';
import { commandsOf, readDocument, root, sectionOf } from './markdown.ts';

const steps = commandsOf(sectionOf(readDocument('README.md'), 'Your own document'));
const run = promisify(execFile);

/** The project as somebody has it, so that its steps can be run as they stand. */
let project: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'own-document-'));
  await preparePage(root);
  const parts = ['client', 'server', 'graph-seed', 'package.json', 'tsconfig.json'];
  await Promise.all(
    parts.map((part) => cp(join(root, part), join(project, part), { recursive: true, preserveTimestamps: true })),
  );
  await symlink(join(root, 'node_modules'), join(project, 'node_modules'));
}, 300_000);

afterAll(async () => {
  await rm(project, { recursive: true, force: true });
});

test('README’s steps make a document of one’s own, check it, load it, show it and ask it', async () => {
  expect(steps.map((step) => step.split(' -- ')[0])).toEqual([
    'npm run new-data-set',
    'npm run seed:check',
    'npm run seed',
    'npm start',
    expect.stringMatching(/^curl /),
  ]);
  const [make = '', check = '', load = '', show = '', ask = ''] = steps;
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, PORT: '0' };
  const said = async (step: string) => (await run('sh', ['-c', step], { cwd: project, env })).stdout;

  expect(await said(make)).toContain('graph-seed/my-document is a data set that runs');
  expect(await said(check)).toContain('7 passages, cited 6 times by nodes');
  expect(await said(load)).toContain('loaded my-document into the embedded database');

  // A group of its own: npm starts a shell, and that the server.
  const server = spawn('sh', ['-c', show], { cwd: project, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const output: Buffer[] = [];
  server.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  try {
    const greeting = /the explorer is at http:\/\/(\S+)/;
    await expect.poll(() => Buffer.concat(output).toString(), { timeout: 120_000 }).toMatch(greeting);
    const [, address = ''] = greeting.exec(Buffer.concat(output).toString()) ?? [];
    const answer = await said(`${ask.replace('127.0.0.1:4300', address)} --silent --show-error --fail`);
    expect(JSON.parse(answer)).toMatchObject({
      graph: { nodes: expect.arrayContaining([expect.objectContaining({ id: 'friends-of-the-mill' })]) },
    });
    const page = await fetch(`http://${address}/`);
    expect(await page.text()).toContain('<script');
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
    await once(server, 'close');
  }
}, 300_000);
