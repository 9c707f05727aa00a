import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { project } from './run-command.ts';

/** Puts some thousand nodes into a data set's table: enough that a load can be killed on the way. */
export async function addManyNodes(folder: string, count: number, nameEn = 'Body'): Promise<void> {
  const rows = Array.from(
    { length: count },
    (_, index) => `many-${index},Organization,甲${index},${nameEn} ${index},一个,A body,title,甲协会`,
  );
  const head = 'id,labels,name,nameEn,summary,summaryEn,evidence,quote';
  await writeFile(join(folder, 'nodes.csv'), `${[head, ...rows].join('\n')}\n`);
}

interface Ended {
  signal: unknown;
  code: unknown;
  /** What it said of its failure. */
  errors: string;
}

/** Loads a data set and ends the loader by a signal at once when it has told of its first progress. */
export function endLoad(
  folder: string,
  environment: Record<string, string>,
  signal: NodeJS.Signals = 'SIGKILL',
): Promise<Ended> {
  return disturbLoad(folder, environment, (loader) => loader.kill(signal));
}

/** Loads a data set and does something to it when it has told of its first progress, perhaps more than once. */
export async function disturbLoad(
  folder: string,
  environment: Record<string, string>,
  disturb: (loader: ChildProcess) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(project, 'graph-seed/load.ts'), folder], {
    cwd: project,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let errors = '';
  child.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  child.stdout.on('data', (text: Buffer) => {
    if (/\d+ of \d+ nodes/.test(text.toString())) disturb(child);
  });
  const [code, by] = await ended;
  return { signal: by, code, errors };
}
