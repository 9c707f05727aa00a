import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const neo4j = inject('neo4j');
const isAway = 'unavailable' in neo4j;

describe.skipIf(isAway)(`npm start with a Neo4j${isAway ? ` (${neo4j.unavailable})` : ''}`, () => {
  it('says in one sentence that the password is wrong', async () => {
    if (isAway) return;
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', '--api-only'], {
      cwd: root,
      env: { PATH, HOME, PORT: '0', NEO4J_URI: neo4j.uri, NEO4J_USERNAME: neo4j.username, NEO4J_PASSWORD: 'not-this' },
    });
    let error = '';
    child.stderr.on('data', (chunk: Buffer) => {
      error += chunk.toString();
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(1);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(error).toContain('password');
    expect(error).not.toContain('not-this');
  });
});
