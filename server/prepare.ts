import { spawn } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dataSetStamp, embeddedFiles } from './data-set-stamp.ts';

/** A step that failed before the server could start. The message is one sentence. */
export class PrepareError extends Error {
  override readonly name = 'PrepareError';
}

/** Builds the page where it is missing or older than its sources. */
export async function preparePage(root: string): Promise<void> {
  const built = await changedAt(join(root, 'client/dist/index.html'));
  if (built !== undefined && built >= (await newestSource(join(root, 'client')))) return;
  console.log(built === undefined ? 'building the page …' : 'building the page anew: its sources have changed …');
  await runScript(root, 'build');
}

/** Makes the embedded database where it is missing or was made of other files. */
export async function prepareDatabase(root: string, dataFolder: string, dataSetFolder: string): Promise<void> {
  const { stamp } = embeddedFiles(dataFolder, dataSetFolder);
  const [wanted, found] = await Promise.all([dataSetStamp(dataSetFolder), textOf(stamp)]);
  if (found === wanted) return;
  console.log(found === undefined ? 'loading the data set …' : 'loading the data set anew: its files have changed …');
  await runScript(root, 'seed', [dataSetFolder]);
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

/** Runs a script of package.json in a process of its own: what it needs is not kept in the server's memory. */
async function runScript(root: string, script: string, argv: string[] = []): Promise<void> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const child = spawn(npm, ['run', '--silent', script, '--', ...argv], { cwd: root, stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new PrepareError(`npm run ${script} failed; what it says is above`);
}
