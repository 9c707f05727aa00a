import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { preparePage } from '../../server/prepare.ts';
import { findChineseFont, findChromium, MissingError, thisMachine } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** What browser tests stand on, or the sentence that says why they cannot run. */
    browser: { executablePath: string; dataFolder: string; hasChineseFont: boolean } | { unavailable: string };
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));
let dataFolder: string | undefined;

/** Once for all browser tests: a browser and a font, the page as it is built, and a database that is seeded. */
export async function setup(project: TestProject): Promise<void> {
  try {
    const executablePath = await findChromium(thisMachine);
    const hasChineseFont = await findChineseFont(thisMachine);
    dataFolder = await mkdtemp(join(tmpdir(), 'browser-data-'));
    await preparePage(root);
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'graph-seed/load.ts'], {
      cwd: root,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataFolder },
    });
    project.provide('browser', { executablePath, dataFolder, hasChineseFont });
  } catch (error) {
    if (!(error instanceof MissingError)) throw error;
    console.error(`browser tests are skipped: ${error.message}`);
    project.provide('browser', { unavailable: error.message });
  }
}

export async function teardown(): Promise<void> {
  if (dataFolder !== undefined) await rm(dataFolder, { recursive: true, force: true });
}
