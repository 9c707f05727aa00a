import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOntology } from '../../server/ontology.ts';
import { openApiDocument } from '../../server/openapi/document.ts';
import { builtInDataSets } from '../built-in-data-sets.ts';
import { openEmbedded } from '../queries/loaded-store.ts';
import { Description, exampleRequests, faultIn } from '../openapi/description.ts';
import type { RunningApp } from './running-app.ts';
import { someText, startAppOver } from './running-app.ts';

describe.each(builtInDataSets)('the examples of the OpenAPI document of $name', async (dataSet) => {
  const description = Description.parse(openApiDocument(await readOntology(dataSet.folder)));
  const requests = exampleRequests(description);

  let app: RunningApp;
  beforeAll(async () => {
    app = await startAppOver({ ...(await openEmbedded(dataSet)), documentText: someText });
  });
  afterAll(async () => {
    await app.stop();
  });

  it('are one for each operation at least', () => {
    const operations = Object.values(description.paths).flatMap((methods) => Object.values(methods));
    expect(new Set(requests.map(({ operation }) => operation))).toEqual(new Set(operations));
  });

  it.each(requests.map((request) => [request.name, request] as const))(
    '%s is answered with 200, and as described',
    async (_, { operation, path, init }) => {
      const response = await fetch(app.url + path, init);
      expect(response.status).toBe(200);
      expect(await faultIn(description, operation, response)).toBeUndefined();
    },
  );

  it('would be found out when they were answered in another way', async () => {
    const { get: health } = description.paths['/api/health'] ?? {};
    if (!health) throw new Error('health is not described');
    expect(await faultIn(description, health, Response.json({ status: 'ok' }))).toMatch(/engine/);
    expect(await faultIn(description, health, Response.json({}, { status: 404 }))).toMatch(/404 .* not described/);
    expect(await faultIn(description, health, await app.get('/api/docs/'))).toMatch(/text\/html is not described/);
    expect(await faultIn(description, health, await app.get('/api/health'))).toBeUndefined();
  });

  it('have rows, so that there is something to see', async () => {
    const empty: string[] = [];
    for (const { name, path, init } of requests) {
      const text = await (await fetch(app.url + path, init)).text();
      if (text.includes('"rows":[]')) empty.push(name);
    }
    // Nothing but the graph itself knows a passage's id.
    expect(empty).toEqual(['get /api/queries/passage-mentions']);
  });
});
