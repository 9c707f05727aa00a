import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const commands = join(root, 'node_modules/.bin');

let app: RunningApp;
/** Below the project, so that what the client imports is found. */
let folder: string;
beforeAll(async () => {
  app = await startApp();
  await mkdir(join(root, '.cache'), { recursive: true });
  folder = await mkdtemp(join(root, '.cache/generated-client-'));
  const description = join(folder, 'openapi.json');
  await writeFile(description, await (await app.get('/api/openapi.json')).text());
  await run(join(commands, 'oazapfts'), [description, join(folder, 'client.ts')]);
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'ES2023',
        module: 'ESNext',
        moduleResolution: 'bundler',
        allowImportingTsExtensions: true,
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: ['node'],
      },
      include: ['program.ts'],
    }),
  );
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await app.stop();
});

/** What the type checker says of a program that uses the client; nothing when all is well. */
async function typeErrors(program: string): Promise<string> {
  await writeFile(join(folder, 'program.ts'), program);
  return run(join(commands, 'tsc'), ['--project', folder]).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}

/** The last line that the program of `typeErrors` prints, as JSON. */
async function result(): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', join(folder, 'program.ts'), app.url], {
    cwd: root,
  });
  return JSON.parse(stdout);
}

describe('a client that is generated from the description', () => {
  it('asks the catalogue, follows what it finds, and asks in Cypher', async () => {
    const program = `
      import { commonNeighbours, cypher, defaults, health, neighbours, search } from './client.ts';
      defaults.baseUrl = process.argv[2];
      const engine = await health();
      const found = await search('律师协会', { limit: 3 });
      if (found.status !== 200) throw new Error(found.data.detail);
      const ids: string[] = found.data.graph.nodes.map(({ id }) => id);
      const around = await neighbours(ids.slice(0, 2), { direction: 'out', limit: 2 });
      const common = await commonNeighbours(ids.slice(0, 2));
      const typed = await cypher({ query: 'MATCH (n:Entity {id: $id}) RETURN n.id AS id', params: { id: ids[0] ?? '' } });
      console.log(JSON.stringify([
        engine.status === 200 && engine.data.status,
        ids.length,
        around.status === 200 && around.data.table.columns,
        common.status,
        typed.status === 200 && typed.data.table.rows[0]?.[0] === ids[0],
      ]));
    `;
    expect(await typeErrors(program)).toBe('');
    const columns = ['node', 'total', 'relationships', 'neighbours'];
    expect(await result()).toEqual(['ok', 3, columns, 200, true]);
  });

  it('tells problems apart by their codes', async () => {
    const program = `
      import { cypher, defaults, node } from './client.ts';
      defaults.baseUrl = process.argv[2];
      const unknown = await node('nobody');
      const written = await cypher({ query: 'MATCH (n) DETACH DELETE n' });
      const isWrite = written.status === 403 && written.data.code === 'cypher-write';
      console.log(JSON.stringify([unknown.status === 404 && unknown.data.code, isWrite]));
    `;
    expect(await typeErrors(program)).toBe('');
    expect(await result()).toEqual(['unknown-node', true]);
  });

  it.each([
    ['a parameter of another type', `await search(3);`],
    ['a parameter that is not there', `await search('x', { depth: 3 });`],
    ['a column that an answer does not have', `const a = await search('x'); if (a.status === 200) a.data.nodes;`],
    ['a code that cannot come', `const a = await search('x'); if (a.status === 400) a.data.code === 'cypher-write';`],
  ])('does not compile with %s', async (_, statement) => {
    expect(await typeErrors(`import { search } from './client.ts'; ${statement}`)).toMatch(/error TS\d+/);
  });
});
