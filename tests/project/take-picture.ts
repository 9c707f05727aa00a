import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { desktop, openBrowser } from '../bench/browser.ts';
import { serverAlone, startExplorer } from '../bench/explorer.ts';
import { openFirstPicture } from '../bench/first-picture.ts';
import type { Pixels } from './palette-png.ts';
import { palettePng } from './palette-png.ts';

/** `npm run picture`: takes README's picture from the running page. */
const file = fileURLToPath(new URL('first-picture.png', import.meta.url));

const explorer = await startExplorer(serverAlone, {});
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: desktop, locale: 'zh-CN', colorScheme: 'light' });
  const { nodes } = await openFirstPicture(page, explorer.url);
  // The counts at the lower edge come last.
  await page.waitForLoadState('networkidle');
  await writeFile(file, palettePng(await pixelsOf(page)));
  console.log(`took a picture of ${nodes} nodes: ${file}`);
} finally {
  await browser.close();
  await explorer.stop();
}

/** What the page looks like, pixel by pixel: the browser itself decodes its screenshot. */
async function pixelsOf(page: Page): Promise<Pixels> {
  const screenshot = (await page.screenshot()).toString('base64');
  const blank = await browser.newPage();
  const { width, height, bytes } = await blank.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    return { width: image.width, height: image.height, bytes: [...pixels] };
  }, screenshot);
  return { width, height, rgba: Uint8Array.from(bytes) };
}
