import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startCommand } from '../start-command.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Milliseconds between two looks whether the server answers: the error of the measure. */
const pause = 5;
const patience = 60_000;

/** Groups of processes that still run: they end with this one, however it ends. */
const groups = new Set<number>();
process.once('exit', () => groups.forEach((group) => process.kill(-group, 'SIGTERM')));
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));

/** The explorer as a user starts it. */
export interface RunningExplorer {
  url: string;
  process: ChildProcess;
  /** Milliseconds from the start of the process to the first answer. */
  readyAfter: number;
  stop(): Promise<void>;
}

/**
 * Starts the explorer and waits until its health is good.
 * @param command `npm start`, or the server alone, without npm's own process round it
 */
export async function startExplorer(
  command: readonly [string, ...string[]],
  environment: Record<string, string>,
): Promise<RunningExplorer> {
  const port = String(await freePort());
  const [program, ...argv] = command;
  const started = performance.now();
  // A group of its own: npm starts a shell, and that the server.
  const child = spawn(program, argv, { cwd: root, env: bare({ ...environment, PORT: port }), detached: true });
  const { pid } = child;
  if (pid !== undefined) {
    groups.add(pid);
    child.once('close', () => groups.delete(pid));
  }
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const url = `http://127.0.0.1:${port}`;
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null || performance.now() - started > patience) {
      await stop(child);
      throw new Error(`the explorer did not start: ${Buffer.concat(said).toString()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return { url, process: child, readyAfter: performance.now() - started, stop: () => stop(child) };
}

export const npmStart = ['npm', 'start'] as const;
/** What `npm start` runs. */
export const serverAlone = startCommand();

/** Loads the built-in data set into what the environment names. */
export async function seed(environment: Record<string, string>): Promise<void> {
  await promisify(execFile)('npm', ['run', 'seed'], { cwd: root, env: bare(environment) });
}

/** Only what is named: a setting of the shell must not change what is measured. */
function bare(environment: Record<string, string>): Record<string, string | undefined> {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, ...environment };
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/health`);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'close');
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('there is no free port');
  return address.port;
}
