import neo4j from 'neo4j-driver';
import { expect, it } from 'vitest';
import { openNeo4jGraph } from '../../server/open-graph.ts';
import { readSettings } from '../../server/settings.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { Description, exampleRequests, faultIn } from '../openapi/description.ts';
import { someText, startAppOver } from './running-app.ts';

describeWithNeo4j('the examples of the OpenAPI document of a graph that no data set describes', (address) => {
  it('are of its own labels and types, and are answered as described', async () => {
    const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password));
    await driver.executeQuery("CREATE (:`Odd one` {name: 'a'})-[:`is ``near```]->(:Place {name: 'b'})");
    await driver.close();
    const { queryLimits } = readSettings({});
    const { store, ontology } = await openNeo4jGraph({ ...address, database: undefined }, undefined, queryLimits);
    const app = await startAppOver({ store, ontology, documentText: someText, close: () => store.close() });
    try {
      const description = Description.parse(await (await app.get('/api/openapi.json')).json());
      expect(JSON.stringify(description)).toContain('label:Odd one');
      const faults: string[] = [];
      for (const { name, operation, path, init } of exampleRequests(description)) {
        const response = await fetch(app.url + path, init);
        const fault = await faultIn(description, operation, response);
        if (response.status !== 200 || fault !== undefined) faults.push(`${name}: ${response.status} ${fault}`);
      }
      expect(faults).toEqual([]);
    } finally {
      await app.stop();
    }
  });
});
