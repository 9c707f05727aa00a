import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, in which npm runs its commands. */
export const project = fileURLToPath(new URL('../..', import.meta.url));

interface Outcome {
  code: number;
  output: string;
}

/** Runs a command of graph-seed as npm would, apart from the settings of whoever runs the tests. */
export async function runCommand(
  script: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const path = join(project, 'graph-seed', script);
  const env = { PATH: process.env.PATH, ...environment };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', path, ...args],
      { cwd: project, env },
      (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
      },
    );
  });
}
