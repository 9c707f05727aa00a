import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Grafeo from '@grafeo-db/js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeKeyedCypher } from '../../client/state/exporting/write-keyed-cypher.ts';
import { WholeGraph } from '../../server/contract/graph.ts';
import { openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/store.ts';
import type { RunningApp } from '../server/running-app.ts';
import { startApp } from '../server/running-app.ts';
import { heldBy, withoutIds } from './rebuilt-graph.ts';

// The engine's package is for `require`.
const { GrafeoDB }: typeof Grafeo = createRequire(import.meta.url)('@grafeo-db/js');

describe('the whole graph as a Cypher script, run on the embedded engine', () => {
  const key = { label: 'Entity', property: 'id' };
  let app: RunningApp;
  let folder: string;
  let rebuilt: Store;
  let graph: WholeGraph;
  beforeAll(async () => {
    app = await startApp();
    graph = WholeGraph.parse(await (await app.get('/api/graph')).json());
    folder = await mkdtemp(join(tmpdir(), 'rebuilt-'));
    const path = join(folder, 'rebuilt.grafeo');
    const database = GrafeoDB.create(path);
    for (const statement of statementsOf(writeKeyedCypher(withoutIds(graph), key))) {
      await database.executeCypher(statement);
    }
    database.close();
    rebuilt = await openStore({ kind: 'embedded', path, key });
  });
  afterAll(async () => {
    await rebuilt.close();
    await app.stop();
    await rm(folder, { recursive: true });
  });

  it('makes an equal graph: ids, labels, types, ends and properties', async () => {
    const { nodes, relationships } = graph;
    expect(await heldBy(rebuilt)).toEqual({ nodes, relationships });
  });
});

const statementsOf = (script: string): string[] =>
  script
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('//'))
    .map((line) => line.replace(/;$/, ''));
