import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

describe('the log of each request', () => {
  const token = 'a-token-that-everybody-here-shares';
  const lines: string[] = [];
  let app: RunningApp;
  beforeAll(async () => {
    const environment = { LOG_LEVEL: 'debug', CYPHER_TOKEN: token };
    app = await startApp({ environment, log: { write: (line) => lines.push(line) } });
  });
  afterAll(async () => {
    await app.stop();
  });

  it('has nothing in it by which its reader could pass for the caller', async () => {
    const headers = { authorization: `Bearer ${token}`, cookie: 'session=of-another-server' };
    const response = await app.post('/api/cypher', { query: 'RETURN 1 AS one' }, headers);
    expect(response.status).toBe(200);
    await response.text();
    await expect.poll(() => lines.join('')).toContain('/api/cypher');
    expect(lines.join('')).not.toContain(token);
    expect(lines.join('')).not.toContain('of-another-server');
  });
});
