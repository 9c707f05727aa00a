import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNeo4j } from '../../server/store/neo4j.ts';
import { canStart, startOwnNeo4j, type OwnNeo4j } from '../neo4j/start.ts';
import { rows } from '../store/contract-suite.ts';
import { addManyNodes, disturbLoad } from './kill-load.ts';
import { runCommand } from './run-command.ts';
import { tinyFiles, withDataSet } from './tiny-data-set.ts';

const isPossible = await canStart();

/** Milliseconds that a server may take to start, on a machine that does much else. */
const patienceMs = 300_000;

/** One of its own: nobody else's tests should lose theirs. */
describe.skipIf(!isPossible)(
  `a load into a Neo4j that is killed${isPossible ? '' : ' (needs Docker, or Java and Maven)'}`,
  () => {
    let home: string;
    let server: OwnNeo4j;
    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), 'killed-database-'));
      server = await startOwnNeo4j({ home });
    }, patienceMs);
    afterAll(async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    });

    it(
      'ends with a sentence that tells what is in the database, and the next goes on from there',
      { timeout: 2 * patienceMs },
      async () => {
        const { uri, username, password } = server;
        const settings = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
        await withDataSet(tinyFiles, async (folder) => {
          await addManyNodes(folder, 50_000);
          let killing: Promise<void> | undefined;
          const { code, signal, errors } = await disturbLoad(folder, settings, () => {
            killing ??= server.kill();
          });
          await killing;
          expect([code, signal]).toEqual([1, null]);
          const told =
            /^(\d+) changes are in the database already, and the next load goes on from there: Neo4j does not/;
          const changes = Number(told.exec(errors)?.[1]);

          server = await startOwnNeo4j({ home, port: Number(new URL(uri).port), password });
          const [[nodes = 0] = []] = await ask('MATCH (n:Entity) RETURN count(n)');
          // What it had said it has, and perhaps what it could say no more.
          expect(nodes).toBeGreaterThanOrEqual(changes);
          expect(await ask('MATCH (mark:UnfinishedLoad) RETURN mark.of')).toEqual([['tiny']]);
          const { output } = await runCommand('load.ts', [folder], settings);
          expect(output).toContain(`50014 nodes (${(50_014 - Number(nodes)).toLocaleString('en')} added, `);
          expect(await ask('MATCH (n:Entity) RETURN count(n)')).toEqual([[50_014]]);
          expect(await ask('MATCH (mark:UnfinishedLoad) RETURN mark.of')).toEqual([]);
        });
      },
    );

    async function ask(cypher: string) {
      const store = await openNeo4j({ ...server, key: { label: 'Entity', property: 'id' } });
      try {
        return await rows(store, cypher);
      } finally {
        await store.close();
      }
    }
  },
);
