import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';

/** Opens the description of the API, and one operation in it with its form filled by the example. */
async function openOperation(page: Page, url: string, operation: string): Promise<void> {
  await page.goto(`${url}/api/docs/#/${operation}`);
  const block = page.locator(`[id="operations-${operation.replace('/', '-')}"]`);
  await block.getByRole('button', { name: 'Try it out' }).click();
  await block.getByRole('button', { name: 'Execute' }).click();
  await block.locator('.live-responses-table').waitFor();
}

/** What was answered: the status, then body and headers. */
const answer = (page: Page): Promise<string> => page.locator('.live-responses-table tbody').innerText();

describeTask('a programmer who reads the page of the API', (explorer) => {
  it('tries a named query with the example that is filled in, and asks no other host', async () => {
    const page = await explorer.open();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(explorer.server.url) && !request.url().startsWith('data:')) {
        elsewhere.push(request.url());
      }
    });
    await openOperation(page, explorer.server.url, 'queries/search');
    expect(await answer(page)).toMatch(/^200[^]*"foundBy"/);
    expect(elsewhere).toEqual([]);
  });

  it('sends a query in Cypher, and sees the rows', async () => {
    const page = await explorer.open();
    await openOperation(page, explorer.server.url, 'cypher/cypher');
    expect(await answer(page)).toMatch(/^200[^]*"nodes"/);
  });
});
