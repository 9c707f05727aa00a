import { stat } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { en } from '../../client/state/words/en.ts';
import type { Answer } from '../../server/contract/answer.ts';
import type { WholeGraph } from '../../server/contract/graph.ts';
import { desktop, openBrowser } from './browser.ts';
import { limits } from './limits.ts';
import type { Measure } from './measure.ts';
import { held, quantile, shown, spread } from './measure.ts';

/** Measures the PDF of a picture with the whole data set in it, from the click on the button to the whole file. */
export async function measurePdf(url: string, runs: number): Promise<Measure[]> {
  const graph: WholeGraph = await (await fetch(`${url}/api/graph`)).json();
  const browser = await openBrowser();
  try {
    const files: PdfFile[] = [];
    for (let turn = 0; turn < runs; turn += 1) {
      // Nothing is kept from one to the next: the font is fetched anew.
      const page = await browser.newPage({ viewport: desktop, reducedMotion: 'reduce', acceptDownloads: true });
      files.push(await measureOnce(page, url, graph));
      await page.close();
    }
    const times = files.map(({ ms }) => ms);
    const size = quantile(
      files.map(({ bytes }) => bytes),
      0.5,
    );
    const name = `PDF of ${graph.nodes.length} nodes, ${shown(size / 1000)} kB`;
    return [held(name, quantile(times, 0.5), limits.pdfMs, 'ms', spread(times, 'ms'))];
  } finally {
    await browser.close();
  }
}

interface PdfFile {
  ms: number;
  bytes: number;
}

async function measureOnce(page: Page, url: string, { nodes, relationships }: WholeGraph): Promise<PdfFile> {
  const answer: Answer = {
    graph: { nodes, relationships },
    table: { columns: [], rows: [] },
    truncated: false,
    ms: 1,
    notices: [],
  };
  await page.route('**/api/queries/overview', (route) => route.fulfill({ json: answer }));
  await page.goto(`${url}/#lang=en`);
  await page.locator('.canvas[aria-busy=false]').waitFor();
  await page.locator('.canvas').focus();
  const format = page.getByRole('radio', { name: en['exporting.format.pdf'] });
  // Keys are listened to a moment after the picture is there.
  while ((await format.count()) === 0) {
    await page.keyboard.press('x');
    await page.waitForTimeout(500);
  }
  await format.check();
  const button = page.getByRole('dialog').getByRole('button', { name: en['exporting.start'], exact: true });
  const started = performance.now();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const path = await download.path();
  const ms = performance.now() - started;
  return { ms, bytes: (await stat(path)).size };
}
