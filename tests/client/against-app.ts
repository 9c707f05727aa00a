import { afterAll, beforeAll } from 'vitest';
import type { BuiltInDataSet } from '../built-in-data-sets.ts';
import { openEmbedded } from '../queries/loaded-store.ts';
import type { RunningApp } from '../server/running-app.ts';
import { startAppOver } from '../server/running-app.ts';

const fetchAsInNode = globalThis.fetch;

/** Lets the page's state, outside a page, ask a real server for the tests of one file or group. */
export function againstApp(dataSet?: BuiltInDataSet): { app: () => RunningApp; restart: () => Promise<void> } {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startAppOver(await openEmbedded(dataSet));
    // A page's addresses begin at its server.
    globalThis.fetch = (input, init) =>
      fetchAsInNode(new URL(input instanceof Request ? input.url : input, app.url), init);
  });
  afterAll(async () => {
    globalThis.fetch = fetchAsInNode;
    await app.stop();
  });
  return {
    app: () => app,
    async restart() {
      app = await startAppOver(await openEmbedded(dataSet));
    },
  };
}
