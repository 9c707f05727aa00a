import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChineseFont, findChromium, thisMachine } from '../browser/chromium.ts';

export const desktop = { width: 1440, height: 900 };

/** Starts the browser that the tests use, outside of a test. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium(thisMachine);
  await findChineseFont(thisMachine);
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
}
