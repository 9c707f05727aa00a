import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCommand } from '../start-command.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [program, ...argv] = startCommand();

/** The explorer's server in a process of its own, as a user starts it. */
export interface ExplorerServer {
  url: string;
  /** Ends the process, as a crash or a shutdown would; the address stays. */
  stop(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  /** Ends it for good and removes its data. */
  dispose(): Promise<void>;
}

/** Starts a server on a free port over a copy of a seeded data folder, with settings beside the usual ones. */
export async function startServer(seeded: string, settings: Record<string, string> = {}): Promise<ExplorerServer> {
  const folder = await mkdtemp(join(tmpdir(), 'explorer-'));
  await cp(seeded, folder, { recursive: true });
  let running = await launch(folder, { ...settings, PORT: '0' });
  const { url } = running;
  const { port } = new URL(url);
  const stop = async (): Promise<void> => {
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    await ended;
  };
  return {
    url,
    stop,
    async start() {
      running = await launch(folder, { ...settings, PORT: port });
    },
    async dispose() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(folder: string, settings: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const { PATH, HOME } = process.env;
  const child = spawn(program, argv, {
    cwd: root,
    env: { PATH, HOME, DATA_DIR: folder, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /the explorer is at (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', (code) => reject(new Error(`the server ended with code ${code}: ${said}`)));
  });
  return { child, url };
}
