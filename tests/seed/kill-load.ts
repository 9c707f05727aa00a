import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { project } from './run-command.ts';

/** Puts some thousand nodes into a data set's table: enough that a load can be killed on the way. */
export async function addManyNodes(folder: string, count: number): Promise<void> {
  const rows = Array.from(
    { length: count },
    (_, index) => `many-${index},Organization,甲${index},Body ${index},一个,A body,title,甲协会`,
  );
  const head = 'id,labels,name,nameEn,summary,summaryEn,evidence,quote';
  await writeFile(join(folder, 'nodes.csv'), `${[head, ...rows].join('\n')}\n`);
}

/** Loads a data set and kills the loader at once when it has told of its first progress. Gives the signal it ended by. */
export async function killLoad(folder: string, environment: Record<string, string>): Promise<unknown> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(project, 'graph-seed/load.ts'), folder], {
    cwd: project,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  child.stdout.on('data', (text: Buffer) => {
    if (/\d+ of \d+ nodes/.test(text.toString())) child.kill('SIGKILL');
  });
  const [, signal] = await ended;
  return signal;
}
