import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { messageOf } from './message-of.ts';

const run = promisify(execFile);
const pom = fileURLToPath(new URL('pom.xml', import.meta.url));

/**
 * The folder with all jars of a Neo4j server, fetched by Maven unless it is there. The folder appears whole or not
 * at all, and two processes do not fetch at once.
 */
export async function neo4jJars(version: string, cache: string): Promise<string> {
  const folder = join(cache, 'lib');
  if (await exists(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const release = await lock(join(cache, 'lib.lock'));
  try {
    if (!(await exists(folder))) await fetchJars(version, folder);
  } finally {
    await release();
  }
  return folder;
}

async function fetchJars(version: string, folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${unfinished}`];
  try {
    await run('mvn', ['-B', '-q', '-f', pom, `-Dneo4j.version=${version}`, ...goal], { maxBuffer: 2 ** 26 });
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    const reason = output.split('\n').find((line) => line.includes('[ERROR]')) ?? messageOf(error);
    throw new Error(`Maven could not fetch Neo4j ${version}: ${reason.replace('[ERROR]', '').trim()}`, {
      cause: error,
    });
  }
  await rename(unfinished, folder);
}

/** Waits for the lock file, makes it, and returns how to release it. A lock whose process is gone is taken over. */
async function lock(path: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch {
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (holder && !isAlive(holder)) await rm(path, { force: true });
      else await sleep(500);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
