import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WholeGraph } from '../../server/contract/graph.ts';
import { readOntology } from '../../server/ontology.ts';
import { openNeo4jGraph } from '../../server/open-graph.ts';
import { readSettings } from '../../server/settings.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { emptyDatabase } from '../neo4j/empty-database.ts';
import { openNeo4j } from '../queries/loaded-store.ts';
import { describeWholeGraph } from './graph-suite.ts';
import { startAppOver, type RunningApp, type Served } from './running-app.ts';

describeWithNeo4j('whole graphs of Neo4j', (address) => {
  describeWholeGraph('Neo4j', async () => startAppOver(await openNeo4j(address)));

  describeWithNeo4j('the whole of a graph that no data set describes', () => {
    let app: RunningApp<Served>;
    beforeAll(async () => {
      await emptyDatabase(address);
      const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password));
      await driver.executeQuery("CREATE (:A {name: 'a'})-[:KNOWS {since: 1999}]->(:B)-[:KNOWS]->(:B), (:Alone)");
      await driver.close();
      const ontology = await readOntology('graph-seed/jinhua-2011');
      const graph = await openNeo4jGraph({ ...address, database: undefined }, ontology, readSettings({}).queryLimits);
      app = await startAppOver({ ...graph, close: () => graph.store.close() });
    });
    afterAll(async () => {
      await app.stop();
    });

    it('has the ids of the database, and nodes without relationships, too', async () => {
      const { nodes, relationships, ...rest } = WholeGraph.parse(await (await app.get('/api/graph')).json());
      expect(rest).toEqual({ truncated: false, total: { nodes: 4, relationships: 2 } });
      expect(nodes.map(({ labels }) => labels.join()).toSorted()).toEqual(['A', 'Alone', 'B', 'B']);
      const from = nodes.find(({ labels }) => labels.includes('A'));
      expect(relationships.find(({ start }) => start === from?.id)).toMatchObject({ properties: { since: 1999 } });
    });
  });
});
