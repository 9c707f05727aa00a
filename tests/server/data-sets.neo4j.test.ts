import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { readDataSet } from '../../graph-seed/read.ts';
import { DataSetInfo, Health, Ontology, Problem, WholeGraph } from '../../server/contract.ts';
import { openDataSets } from '../../server/open-data-sets.ts';
import { readSettings } from '../../server/settings.ts';
import { openStore } from '../../server/store/open.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { emptyDatabase } from '../neo4j/empty-database.ts';
import type { RunningApp, Served } from './running-app.ts';
import { startAppOver } from './running-app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['graph-seed/jinhua-2011', 'graph-seed/metre-convention'].map((folder) => `${root}${folder}`);
const [jinhua = '', metre = ''] = folders;

describeWithNeo4j('data sets in one Neo4j', (address) => {
  let app: RunningApp<Served>;
  afterEach(async () => {
    await app.stop();
    await emptyDatabase(address);
  });

  async function load(folder: string): Promise<{ nodes: number; relationships: number }> {
    const { batch } = await readDataSet(folder);
    const store = await openStore({ kind: 'neo4j', ...address, key: batch.key });
    await store.write(batch);
    await store.close();
    return { nodes: batch.nodes.length, relationships: batch.relationships.length };
  }

  async function start(): Promise<void> {
    const { queryLimits } = readSettings({});
    const places = { root, dataFolder: root, folders, documentText: undefined };
    const given = { neo4j: { ...address, database: undefined }, queryLimits };
    const dataSets = await openDataSets(given, places, new AbortController().signal);
    app = await startAppOver({ ...dataSets.first, dataSets, close: () => dataSets.close() });
  }

  const json = async (path: string): Promise<unknown> => (await app.get(path)).json();
  const listed = async (): Promise<DataSetInfo[]> => z.array(DataSetInfo).parse(await json('/api/data-sets'));

  it('are told apart: each has its own nodes and counts, and what is not loaded says how it is', async () => {
    const ofJinhua = await load(jinhua);
    await start();
    const [first, second] = await listed();
    expect(first).toMatchObject({ name: 'jinhua-2011', isFirst: true, ...ofJinhua });
    expect(second).toMatchObject({
      name: 'metre-convention',
      title: { en: 'The Metre Convention and the Units of the World' },
      toLoad: 'npm run seed -- graph-seed/metre-convention',
    });
    expect(Problem.parse(await json('/api/data-sets/metre-convention/ontology'))).toMatchObject({
      status: 503,
      code: 'data-set-not-loaded',
      values: { name: 'metre-convention', command: 'npm run seed -- graph-seed/metre-convention' },
    });

    // It is there as soon as somebody has loaded it.
    const ofMetre = await load(metre);
    const missing = async () => (await listed()).flatMap(({ toLoad }) => toLoad ?? []);
    await expect.poll(missing).toEqual([]);
    const health = async (path: string) => Health.parse(await json(path));
    await expect.poll(() => health('/api/data-sets/metre-convention/health').catch(() => null)).toMatchObject(ofMetre);
    expect(await health('/api/health')).toMatchObject(ofJinhua);
    const whole = WholeGraph.parse(await json('/api/data-sets/metre-convention/graph'));
    expect([whole.total, new Set(whole.nodes.map(({ properties }) => properties['dataSet']))]).toEqual([
      ofMetre,
      new Set([whole.nodes[0]?.properties['dataSet']]),
    ]);
    // Whoever types sees the whole database, and is told so.
    const query = 'MATCH (n:Entity) RETURN DISTINCT n.dataSet AS dataSet ORDER BY dataSet';
    const answer = await app.post('/api/data-sets/metre-convention/cypher', { query });
    expect(await answer.json()).toMatchObject({ table: { rows: [['jinhua-2011'], ['metre-convention']] } });
    // Two data sets are loaded meanwhile, into a database that has just started.
  }, 180_000);

  it('are shown beginning with the first that is loaded', async () => {
    await load(metre);
    await start();
    expect(Ontology.parse(await json('/api/ontology')).dataSet).toBe('metre-convention');
    expect((await listed()).map(({ name, toLoad }) => [name, toLoad])).toEqual([
      ['metre-convention', undefined],
      ['jinhua-2011', 'npm run seed -- graph-seed/jinhua-2011'],
    ]);
  });
});
