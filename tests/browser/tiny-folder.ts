import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { tinyFiles } from '../seed/tiny-data-set.ts';

/** The folder of the tiny data set with other files in the place of its own, for as long as the tests of a file run. */
export function tinyFolder(files: Partial<Record<keyof typeof tinyFiles, string>>): string {
  const parent = mkdtempSync(join(tmpdir(), 'data-set-'));
  const folder = join(parent, 'tiny');
  mkdirSync(folder);
  for (const [name, text] of Object.entries({ ...tinyFiles, ...files })) writeFileSync(join(folder, name), text);
  afterAll(() => rmSync(parent, { recursive: true, force: true }));
  return folder;
}
