import { afterAll, beforeAll } from 'vitest';
import type { RunningApp } from '../server/running-app.ts';
import { startApp } from '../server/running-app.ts';

const fetchAsInNode = globalThis.fetch;

/** Lets the page's state, outside a page, ask a real server for the tests of one file. */
export function againstApp(): { app: () => RunningApp; restart: () => Promise<void> } {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
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
      app = await startApp();
    },
  };
}
