import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

/** What finding a browser does to the machine, so that the search can be tested without one. */
export interface Machine {
  environment: Record<string, string | undefined>;
  /** Runs a program; answers what it wrote, or undefined where it is not there or fails. */
  run: (program: string, argv: readonly string[]) => Promise<string | undefined>;
  /** Whether packages may be installed with apt. */
  hasApt: boolean;
  /** Where Playwright keeps its own Chromium, be it there or not. */
  ownPath: string;
}

const execute = promisify(execFile);

/** This machine. Programs get ten minutes, for an installation may fetch much. */
export const thisMachine: Machine = {
  environment: process.env,
  async run(program, argv) {
    try {
      const { stdout } = await execute(program, argv, {
        timeout: 600_000,
        maxBuffer: 50_000_000,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      return stdout;
    } catch {
      return undefined;
    }
  },
  hasApt: process.platform === 'linux' && process.getuid?.() === 0,
  ownPath: chromium.executablePath(),
};

/** A sentence for what is missing; it is the reason why tests are skipped. */
export class MissingError extends Error {
  override readonly name = 'MissingError';
}

/** The path of a Chromium that starts: the one that is asked for, one that is there, or one that can be got. */
export async function findChromium(machine: Machine): Promise<string> {
  const asked = machine.environment['CHROMIUM'];
  if (asked) {
    if (await isBrowser(machine, asked)) return asked;
    throw new MissingError(`CHROMIUM names no browser that starts: ${asked}`);
  }
  const found = (await present(machine)) ?? (await installed(machine));
  if (found) return found;
  throw new MissingError(
    'browser tests need Chromium (on Debian: apt-get install chromium fonts-wqy-zenhei; elsewhere: npx playwright-core install chromium), or CHROMIUM with the path of one',
  );
}

/** Makes sure that Chinese text can be drawn; answers whether it can. Where fonts cannot be listed, they are trusted. */
export async function findChineseFont(machine: Machine): Promise<boolean> {
  const hasFont = async (): Promise<boolean> => (await machine.run('fc-list', [':lang=zh'])) !== '';
  if (await hasFont()) return true;
  return (await aptInstall(machine, ['fonts-wqy-zenhei'])) && hasFont();
}

async function present(machine: Machine): Promise<string | undefined> {
  for (const path of ['/usr/bin/chromium', 'chromium', 'google-chrome', machine.ownPath]) {
    if (await isBrowser(machine, path)) return path;
  }
  return undefined;
}

async function installed(machine: Machine): Promise<string | undefined> {
  if (await aptInstall(machine, ['chromium', 'fonts-wqy-zenhei'])) return present(machine);
  await machine.run('npx', ['playwright-core', 'install', 'chromium']);
  return present(machine);
}

async function isBrowser({ run }: Machine, path: string): Promise<boolean> {
  return (await run(path, ['--version'])) !== undefined;
}

/** Installs Debian's packages where that is allowed; answers whether it did. */
export async function aptInstall({ hasApt, run }: Machine, packages: readonly string[]): Promise<boolean> {
  if (!hasApt || (await run('apt-get', ['--version'])) === undefined) return false;
  console.log(`installing ${packages.join(' and ')} for the tests …`);
  await run('apt-get', ['update']);
  return (await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])) !== undefined;
}
