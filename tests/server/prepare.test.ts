import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preparePage } from '../../server/prepare.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'prepare-'));
  await mkdir(join(root, 'client'));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Puts a program in the place of the one that builds the page; it leaves its process id behind. */
async function buildBy(program: string): Promise<void> {
  const path = join(root, 'node_modules/vite/bin/vite.js');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `require('node:fs').writeFileSync('pid', String(process.pid));\n${program}`);
}

async function isGone(): Promise<boolean> {
  try {
    process.kill(Number(await readFile(join(root, 'pid'), 'utf8')), 0);
    return false;
  } catch {
    return true;
  }
}

const deaf = "process.on('SIGINT', () => {}); setInterval(() => {}, 1000);";

describe('building the page', () => {
  it('ends when it takes too long, even when it does not listen', async () => {
    await buildBy(deaf);
    await expect(preparePage(root, { timeoutMs: 500 })).rejects.toThrow('building the page took more than 0.5 s');
    expect(await isGone()).toBe(true);
  });

  it('ends with the server', async () => {
    await buildBy('setInterval(() => {}, 1000);');
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 500);
    await expect(preparePage(root, { signal: stopping.signal })).rejects.toThrow('stopped while building the page');
    expect(await isGone()).toBe(true);
  });

  it('says what went wrong as the builder says it', async () => {
    await buildBy("console.error('no such module: x'); process.exit(3);");
    await expect(preparePage(root)).rejects.toThrow(/^no such module: x$/);
    await buildBy('process.exit(3);');
    await expect(preparePage(root)).rejects.toThrow('building the page failed with the exit code 3');
  });

  it('is not done while all of it is there, and is when a build was stopped before its last part', async () => {
    const dist = join(root, 'client/dist');
    await mkdir(dist);
    await writeFile(join(dist, 'index.html'), 'the page');
    await buildBy("require('node:fs').writeFileSync('client/dist/one-file.txt', 'the template');");
    await preparePage(root);
    expect(await readFile(join(dist, 'one-file.txt'), 'utf8')).toBe('the template');
    await buildBy('process.exit(3);');
    await preparePage(root);
    await rm(join(dist, 'one-file.txt'));
    await expect(preparePage(root)).rejects.toThrow('exit code 3');
  });
});
