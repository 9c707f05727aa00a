import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOntology } from '../../server/ontology.ts';
import { openApiDocument } from '../../server/openapi/document.ts';
import { Description } from '../openapi/description.ts';
import { fuzzOperation, operationsOf } from '../openapi/fuzz-routes.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

const description = Description.parse(openApiDocument(await readOntology('graph-seed/jinhua-2011')));
const operations = operationsOf(description);

let app: RunningApp;
const logged: string[] = [];
beforeAll(async () => {
  const environment = { RATE_LIMIT_PER_MINUTE: '1000000', CYPHER_TIMEOUT_MS: '2000' };
  app = await startApp({ environment, log: { write: (line) => logged.push(line) } });
});
afterAll(async () => {
  await app.stop();
});

describe('whatever is sent to it, on the embedded engine', () => {
  it.each(operations.map((item) => [`${item.method} ${item.path}`, item] as const))(
    '%s answers in time, as described, and is never at fault',
    { timeout: 120_000 },
    async (_, item) => {
      await fuzzOperation(app, description, item, item.method === 'post' ? 150 : 40);
      expect(logged).toEqual([]);
    },
  );
});
