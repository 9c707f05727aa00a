import type { Browser, CDPSession } from 'playwright-core';
import { desktop } from './browser.ts';
import { limits } from './limits.ts';
import type { Measure } from './measure.ts';
import { shown } from './measure.ts';

const expansions = 200;

/** What the page keeps in memory after many expansions, each taken back. */
export async function measurePageMemory(browser: Browser, url: string): Promise<Measure> {
  const page = await browser.newPage({ viewport: desktop, reducedMotion: 'reduce' });
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('.canvas')?._cyreg?.cy?.nodes().nonempty());
  const ids = await page.evaluate(
    () =>
      document
        .querySelector('.canvas')
        ?._cyreg?.cy?.nodes()
        .map((node) => node.id()) ?? [],
  );
  const session = await page.context().newCDPSession(page);
  const expandAndUndo = async (turn: number): Promise<void> => {
    const count = () => page.evaluate(() => document.querySelector('.canvas')?._cyreg?.cy?.nodes().length ?? 0);
    const before = await count();
    await page.evaluate(
      (id) => {
        document.querySelector('.canvas')?._cyreg?.cy?.getElementById(id).emit('tap');
      },
      ids[turn % ids.length] ?? '',
    );
    await page.locator('aside button.primary').click();
    // Where there was nothing to bring, the picture stays as it is: there is nothing to wait for but time.
    await page.waitForTimeout(100);
    await page.locator('[aria-keyshortcuts^="Control+Z"]').click();
    await page.waitForFunction(
      (wanted) => document.querySelector('.canvas')?._cyreg?.cy?.nodes().length === wanted,
      before,
    );
  };
  // What is fetched when first used is not what piles up.
  for (let turn = 0; turn < 10; turn += 1) await expandAndUndo(turn);
  const start = await heapOf(session);
  for (let turn = 0; turn < expansions; turn += 1) await expandAndUndo(turn);
  const end = await heapOf(session);
  await page.close();
  return {
    name: `memory of the page after ${expansions} expansions and undos`,
    figure: `${(end / start).toFixed(2)} × (${shown(start / 1e6)} to ${shown(end / 1e6)} MB)`,
    limit: `≤ ${limits.memoryGrowth} ×`,
    isKept: end / start <= limits.memoryGrowth,
  };
}

async function heapOf(session: CDPSession): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
