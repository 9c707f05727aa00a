import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataSetStamp, earlierFiles, embeddedFiles } from './data-set-stamp.ts';

/** A step that failed before the server could start. The message is one sentence, or what the step said. */
export class PrepareError extends Error {
  override readonly name = 'PrepareError';
}

interface PrepareOptions {
  /** Aborting it ends what runs. */
  signal?: AbortSignal;
  /** Milliseconds that a step may take. */
  timeoutMs?: number;
}

/** Longer than the slowest machine needs. */
const usualTimeoutMs = 600_000;

/** Milliseconds that a step has to clean up before it is ended the hard way. */
const patienceMs = 3_000;

/** The loader of data sets, which lies beside this in a server that was built. */
const builtLoader = fileURLToPath(new URL('load.js', import.meta.url));

/** Builds the page where it is missing or older than its sources. */
export async function preparePage(root: string, options: PrepareOptions = {}): Promise<void> {
  const [built, whole] = await Promise.all(
    // The template of one file is built last: without it, a build was stopped on the way.
    ['index.html', 'one-file.txt'].map((name) => changedAt(join(root, 'client/dist', name))),
  );
  const isWhole = built !== undefined && whole !== undefined;
  if (isWhole && built >= (await newestSource(join(root, 'client')))) return;
  console.log(built === undefined ? 'building the page …' : 'building the page anew: its sources have changed …');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const argv = [vite, 'build', '--config', 'client/vite.config.ts'];
  await run({ what: 'building the page', root, argv }, options);
}

/** Makes the embedded database where it is missing or was made of other files, and removes those of earlier formats then. */
export async function prepareDatabase(
  root: string,
  dataFolder: string,
  dataSetFolder: string,
  options: PrepareOptions = {},
): Promise<void> {
  const { stamp } = embeddedFiles(dataFolder, dataSetFolder);
  const [wanted, found] = await Promise.all([dataSetStamp(dataSetFolder), textOf(stamp)]);
  if (found === wanted) return;
  console.log(found === undefined ? 'loading the data set …' : 'loading the data set anew: its files have changed …');
  const loader = existsSync(builtLoader) ? [builtLoader] : ['--import', 'tsx', 'graph-seed/load.ts'];
  // Where a reader's text differs from the quotes, the page tells: that is no reason not to start.
  await run({ what: 'loading the data set', root, argv: [...loader, dataSetFolder, '--no-document'] }, options);
  // What cannot be removed is in nobody's way.
  await Promise.allSettled(earlierFiles(dataFolder, dataSetFolder).map((path) => rm(path, { force: true })));
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    return undefined;
  }
}

async function changedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return undefined;
  }
}

async function newestSource(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const times = await Promise.all(
    entries
      .filter(({ name }) => name !== 'dist')
      .map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? newestSource(path) : changedAt(path);
      }),
  );
  return Math.max(0, ...times.map((time) => time ?? 0));
}

/**
 * Runs a program of Node's in a process of its own: what it needs is not kept in the server's memory. It is not asked of
 * npm, which is another program on each system and does not hand on that it is to end.
 */
async function run(
  { what, root, argv }: { what: string; root: string; argv: string[] },
  { signal, timeoutMs = usualTimeoutMs }: PrepareOptions,
): Promise<void> {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, argv, { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  let patience: NodeJS.Timeout | undefined;
  const end = () => {
    child.kill('SIGINT');
    patience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  };
  const late = setTimeout(end, timeoutMs);
  signal?.addEventListener('abort', end);
  const begin = performance.now();
  try {
    const [code] = await once(child, 'close');
    if (signal?.aborted) throw new PrepareError(`stopped while ${what}`);
    if (code === 0) return;
    if (performance.now() - begin >= timeoutMs) throw new PrepareError(`${what} took more than ${timeoutMs / 1000} s`);
    throw new PrepareError(Buffer.concat(said).toString().trim() || `${what} failed with the exit code ${code}`);
  } finally {
    clearTimeout(late);
    clearTimeout(patience);
    signal?.removeEventListener('abort', end);
  }
}
