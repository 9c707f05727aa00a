import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const configuration = fileURLToPath(new URL('schemathesis.toml', import.meta.url));
/** Requests for each operation beside those that its examples and its schema's edges make. */
const perOperation = 20;
/** The same requests each time: another seed finds others. */
const seed = '1';
/** A run takes half a minute, and much longer where others want the processors, too. */
const patienceMs = 400_000;
/** Addresses in a report are as long as those that were tried. */
const longestLine = 400;

interface Outcome {
  /** How many requests were sent. */
  requests: number;
  /** What is to be said of those whose answer was not as described; empty where there were none. */
  faults: string;
}

/**
 * Sends an API requests that fit its description and others that do not, and compares what it answers with what it
 * says.
 */
export async function fuzzDescribed(python: string, url: string): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'schemathesis-'));
  const command = ['-m', 'schemathesis.cli', '--config-file', configuration, 'run', `${url}/api/openapi.json`];
  // One question of the data set is as the next one: what can be filled into them is tried elsewhere.
  const options = [
    '--exclude-tag',
    'questions',
    '--url',
    url,
    '--phases',
    'examples,coverage,fuzzing',
    '--max-examples',
    String(perOperation),
  ];
  try {
    return await new Promise((resolve) => {
      // What it remembers of a run goes with its folder.
      const place = { cwd: folder, timeout: patienceMs, maxBuffer: 2 ** 26 };
      execFile(python, [...command, ...options, '--seed', seed, '--no-color'], place, (error, stdout, stderr) => {
        const lines = `${stdout}\n${stderr}`.split('\n').map((line) => line.slice(0, longestLine));
        const requests = Number(/(\d+) generated/.exec(stdout)?.[1] ?? 0);
        resolve({ requests, faults: error ? [error.killed ? 'it did not end' : '', ...lines].join('\n') : '' });
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
