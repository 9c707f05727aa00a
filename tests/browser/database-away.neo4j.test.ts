import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Proxy } from '../neo4j/proxy.ts';
import { openNeo4j } from '../queries/loaded-store.ts';
import type { RunningApp } from '../server/running-app.ts';
import { startAppOver } from '../server/running-app.ts';
import { browserArguments } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { inChinese, notices } from './reader.ts';

const database = inject('neo4j');
const given = inject('browser');
const missing = [database, given].flatMap((what) => ('unavailable' in what ? [what.unavailable] : []));

describe.skipIf(missing.length > 0)(`a reader whose database goes away ${missing.join(', ')}`, () => {
  let proxy: Proxy;
  let app: RunningApp;
  let browser: Browser;

  beforeAll(async () => {
    if ('unavailable' in database || 'unavailable' in given) return;
    proxy = await Proxy.before(database.uri);
    const pageFolder = fileURLToPath(new URL('../../client/dist', import.meta.url));
    app = await startAppOver(await openNeo4j({ ...database, uri: proxy.uri }), { pageFolder });
    browser = await chromium.launch({ executablePath: given.executablePath, args: browserArguments });
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await proxy?.shut();
  });

  it('sees which engine answers, keeps the picture while it is away, and is told when it is back', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await page.clock.install();
    await page.goto(app.url);
    const before = await pictureOf(page);
    expect(before.length).toBeGreaterThanOrEqual(20);
    await page.getByText(/Neo4j \d/).waitFor();
    await proxy.shut();
    // The page looks after the server every twenty seconds.
    await page.clock.fastForward('00:30');
    await notices(page).getByText(inChinese('error.database-unavailable')).waitFor({ timeout: 40_000 });
    expect(await pictureOf(page)).toEqual(before);
    await proxy.open();
    await page.clock.fastForward('00:30');
    await notices(page).getByText(inChinese('notice.back')).waitFor({ timeout: 40_000 });
    expect(await pictureOf(page)).toEqual(before);
  });
});
