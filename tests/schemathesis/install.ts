import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { messageOf } from '../neo4j/message-of.ts';

const run = promisify(execFile);
const version = '4.32.5';
const installed = fileURLToPath(new URL(`../../.cache/schemathesis/${version}`, import.meta.url));
/** Fetching it takes half a minute on a fast line. */
const patienceMs = 240_000;

/** The Python that has Schemathesis, or why there is none. */
export type Schemathesis = { python: string } | { unavailable: string };

/** Gets Schemathesis from PyPI, once: later runs find it in `.cache`. */
export async function installSchemathesis(): Promise<Schemathesis> {
  const python = join(installed, 'bin/python');
  if (existsSync(installed)) return { python };
  await mkdir(dirname(installed), { recursive: true });
  const folder = await mkdtemp(`${installed}-`);
  try {
    await run('python3', ['-m', 'venv', folder], { timeout: patienceMs });
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `schemathesis==${version}`];
    await run(join(folder, 'bin/python'), pip, { timeout: patienceMs });
    await rename(folder, installed);
    return { python };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    // Another run may have been faster.
    if (existsSync(installed)) return { python };
    const [reason = ''] = messageOf(error).split('\n');
    return { unavailable: `Schemathesis needs Python 3.10 or newer with venv and pip, and PyPI: ${reason}` };
  }
}
