import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { readDataSet } from '../../graph-seed/read.ts';
import { DataSetInfo } from '../../server/contract/data-set-info.ts';
import { Ontology } from '../../server/contract/data-set/ontology.ts';
import { WholeGraph } from '../../server/contract/graph.ts';
import { Health } from '../../server/contract/health.ts';
import { Problem } from '../../server/contract/problem.ts';
import type { Counts } from '../../server/counts.ts';
import type { DataSets } from '../../server/data-sets.ts';
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

/** How the start ends for a folder that is named and not in the database. */
const notHeld = (folder: string): string =>
  `the database does not hold ${basename(folder)}, which --data names: npm run seed -- ${folder} loads it`;

describeWithNeo4j('data sets in one Neo4j', (address) => {
  let app: RunningApp<Served>;
  afterEach(async () => {
    await app.stop();
    await emptyDatabase(address);
  });

  /** Loads a data set; answers how much it has, and the ids of its nodes. */
  async function load(folder: string): Promise<{ counts: Counts; ids: Set<string> }> {
    const { batch } = await readDataSet(folder);
    const store = await openStore({ kind: 'neo4j', ...address, key: batch.key });
    await store.write(batch);
    await store.close();
    const counts = { nodes: batch.nodes.length, relationships: batch.relationships.length };
    return { counts, ids: new Set([...batch.nodes].map(({ id }) => id)) };
  }

  async function fill(cypher: string): Promise<void> {
    const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password));
    await driver.executeQuery(cypher);
    await driver.close();
  }

  const open = (wanted: readonly string[], areNamed: boolean): Promise<DataSets> => {
    const { queryLimits } = readSettings({});
    const places = { root, dataFolder: root, folders: wanted, areNamed, documentText: undefined };
    const given = { neo4j: { ...address, database: undefined }, queryLimits };
    return openDataSets(given, places, new AbortController().signal);
  };

  async function start(wanted: readonly string[] = folders, areNamed = false): Promise<void> {
    const dataSets = await open(wanted, areNamed);
    app = await startAppOver({ ...dataSets.first, dataSets, close: () => dataSets.close() });
  }

  const json = async (path: string): Promise<unknown> => (await app.get(path)).json();
  const listed = async (): Promise<DataSetInfo[]> => z.array(DataSetInfo).parse(await json('/api/data-sets'));

  it('are told as a part only while a load of them is not finished', async () => {
    const { counts } = await load(metre);
    await fill("CREATE (:UnfinishedLoad {of: 'metre-convention'}), (:UnfinishedLoad {of: 'another'})");
    await start([metre]);
    expect(Health.parse(await json('/api/health'))).toMatchObject({ ...counts, isUnfinished: true });
    await load(metre);
    expect(Health.parse(await json('/api/health'))).not.toHaveProperty('isUnfinished');
  });

  it('are told apart: each has its own nodes and counts, and what is not loaded says how it is', async () => {
    const ofJinhua = await load(jinhua);
    await start();
    const [first, second] = await listed();
    expect(first).toMatchObject({ name: 'jinhua-2011', isFirst: true, ...ofJinhua.counts });
    expect(second).toMatchObject({
      name: 'metre-convention',
      title: { en: 'The Metre Convention and the Units of the World' },
      toLoad: 'npm run seed -- graph-seed/metre-convention',
    });
    expect(Problem.parse(await json('/api/data-sets/metre-convention/ontology'))).toMatchObject({
      status: 503,
      code: 'data-set-not-loaded',
      values: { name: 'metre-convention' },
      detail: 'the database does not hold metre-convention: npm run seed -- graph-seed/metre-convention',
    });

    // It is there as soon as somebody has loaded it.
    const ofMetre = await load(metre);
    const missing = async () => (await listed()).flatMap(({ toLoad }) => toLoad ?? []);
    await expect.poll(missing).toEqual([]);
    const health = async (path: string) => Health.parse(await json(path));
    await expect
      .poll(() => health('/api/data-sets/metre-convention/health').catch(() => null))
      .toMatchObject(ofMetre.counts);
    expect(await health('/api/health')).toMatchObject(ofJinhua.counts);
    const whole = WholeGraph.parse(await json('/api/data-sets/metre-convention/graph'));
    expect(whole.total).toEqual(ofMetre.counts);
    expect(new Set(whole.nodes.map(({ id }) => id))).toEqual(ofMetre.ids);
    // Whoever types sees the whole database, and is told so.
    const query = 'MATCH (n:Entity) RETURN DISTINCT n.dataSet AS dataSet ORDER BY dataSet';
    const answer = await app.post('/api/data-sets/metre-convention/cypher', { query });
    expect(await answer.json()).toMatchObject({ table: { rows: [['jinhua-2011'], ['metre-convention']] } });
    // Two data sets are loaded meanwhile, into a database that has just started.
  }, 180_000);

  it('have numbers of their own, whatever else the database holds', async () => {
    const ofMetre = await load(metre);
    const ofJinhua = await load(jinhua);
    await fill("CREATE (:Stray {dataSet: 5})-[:NEAR {dataSet: ['metre-convention']}]->(:Stray {dataSet: 'elsewhere'})");
    await start([metre], true);
    expect(await json('/api/health')).toMatchObject({ status: 'ok', ...ofMetre.counts });
    expect(await listed()).toMatchObject([{ name: 'metre-convention', ...ofMetre.counts }]);
    await app.stop();
    await start([jinhua, metre], true);
    expect(await json('/api/health')).toMatchObject({ status: 'ok', ...ofJinhua.counts });
    expect(await listed()).toMatchObject([ofJinhua.counts, ofMetre.counts]);
  });

  it('are shown beginning with the first that is loaded', async () => {
    await load(metre);
    await start();
    expect(Ontology.parse(await json('/api/ontology')).dataSet).toBe('metre-convention');
    expect((await listed()).map(({ name, toLoad }) => [name, toLoad])).toEqual([
      ['metre-convention', undefined],
      ['jinhua-2011', 'npm run seed -- graph-seed/jinhua-2011'],
    ]);
  });

  it('that are named must be there, and the command that loads one is told', async () => {
    // An empty database would show nothing.
    await expect(open([metre], true)).rejects.toThrow(notHeld('graph-seed/metre-convention'));
    await load(metre);
    await expect(open([jinhua], true)).rejects.toThrow(notHeld('graph-seed/jinhua-2011'));
    await expect(open([metre, jinhua], true)).rejects.toThrow(notHeld('graph-seed/jinhua-2011'));
    await start([metre], true);
    expect(Ontology.parse(await json('/api/ontology')).dataSet).toBe('metre-convention');
  });
});
