import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openEmbedded } from '../../server/store/embedded.ts';
import { describeStore } from './contract.ts';
import { key } from './fixture.ts';

const folder = await mkdtemp(join(tmpdir(), 'embedded-'));

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describeStore('embedded', () => Promise.resolve(openEmbedded({ path: join(folder, 'contract.grafeo'), key })), {
  'touches no other data set': 'the embedded database is one file for each data set',
});
