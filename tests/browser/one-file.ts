import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { contentPlace } from '../../client/offline/file-content.ts';
import type { FileContent } from '../../client/offline/file-content.ts';
import { fillTemplate } from '../../client/state/exporting/fill-template.ts';
import { button, dialog, inChinese } from './reader.ts';

/** The page as one file, as a reader makes and opens it. */

/** Opens the dialog for export by its key, which is listened for a moment after the first picture only. */
export async function openExport(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await page.keyboard.press('x');
      return dialog(page).count();
    })
    .toBe(1);
}

/** Makes the file by the dialog; answers its path. */
export async function makeFile(page: Page, folder: string): Promise<string> {
  await openExport(page);
  await dialog(page)
    .getByRole('radio', { name: inChinese('exporting.format.file') })
    .check();
  const coming = page.waitForEvent('download');
  await button(dialog(page), inChinese('exporting.start')).click();
  const path = join(folder, 'graph.html');
  await (await coming).saveAs(path);
  return path;
}

/** A page that was opened from a file. */
export interface OpenedFile {
  page: Page;
  /** Errors of the page, among them breaches of its content security policy. */
  errors: string[];
  /** Addresses that were asked for, but for the file itself and what it made by itself. */
  requests: string[];
}

/** Opens a file by a double click, so to say, on a machine without a network. */
export async function openFile(
  browser: Browser,
  path: string,
  { hash = '', before, ...options }: BrowserContextOptions & { hash?: string; before?: () => void } = {},
): Promise<OpenedFile> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  await context.setOffline(true);
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  const address = pathToFileURL(path).href;
  const opened: OpenedFile = { page, errors: [], requests: [] };
  page.on('pageerror', ({ message }) => opened.errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') opened.errors.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('blob:') && url.replace(/#.*/, '') !== address) opened.requests.push(url);
  });
  await page.goto(`${address}${hash === '' ? '' : `#${hash}`}`);
  return opened;
}

/** Closes it; it must have asked nobody for anything, and broken nothing. */
export async function closeFile({ page, errors, requests }: OpenedFile): Promise<void> {
  await page.context().close();
  expect({ errors, requests }).toEqual({ errors: [], requests: [] });
}

/** A file like another one, with other content. Answers its path. */
export async function changeContent(path: string, change: (content: FileContent) => FileContent): Promise<string> {
  const file = await readFile(path, 'utf8');
  const [start = '', end = ''] = contentPlace
    .split('></')
    .map((part, index) => (index === 0 ? `${part}>` : `</${part}`));
  const from = file.indexOf(start) + start.length;
  const to = file.indexOf(end, from);
  const content: FileContent = JSON.parse(file.slice(from, to));
  const changed = fillTemplate(file.slice(0, from) + file.slice(to), change(content)) ?? '';
  const other = path.replace(/\.html$/, '-changed.html');
  await writeFile(other, changed);
  return other;
}
