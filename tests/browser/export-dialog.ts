import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { button, dialog, inChinese, openByKey } from './reader.ts';

/** Opens the dialog by its key. */
export async function openExport(page: Page): Promise<void> {
  await page.locator('.canvas').focus();
  await openByKey(page, 'x');
}

/** Chooses one of several by its name. */
export async function choose(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole('radio', { name }).check();
}

/** Exports what is chosen; answers the file with its name. */
export async function exported(page: Page): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(dialog(page), inChinese('exporting.start')).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}
