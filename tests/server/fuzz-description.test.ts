import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installSchemathesis } from '../schemathesis/install.ts';
import { fuzzDescribed } from '../schemathesis/run.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

const schemathesis = await installSchemathesis();
const reason = 'unavailable' in schemathesis ? ` (${schemathesis.unavailable})` : '';

describe.skipIf('unavailable' in schemathesis)(`Schemathesis, on the embedded engine${reason}`, () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ environment: { RATE_LIMIT_PER_MINUTE: '1000000', CYPHER_TIMEOUT_MS: '2000' } });
  });
  afterAll(async () => {
    await app.stop();
  });

  it('finds that every answer is as described, and none is a fault of the server', { timeout: 420_000 }, async () => {
    if ('unavailable' in schemathesis) throw new Error(schemathesis.unavailable);
    const { requests, faults } = await fuzzDescribed(schemathesis.python, app.url);
    expect(faults).toBe('');
    expect(requests).toBeGreaterThan(500);
  });
});
