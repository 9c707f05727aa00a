import type { Page } from 'playwright-core';
import { desktop, openBrowser } from './browser.ts';
import { openFirstPicture } from './first-picture.ts';
import { limits } from './limits.ts';
import type { Measure } from './measure.ts';
import { held, quantile, shown } from './measure.ts';

/** A text of some length with a mistake in it, so that there is something to check, to colour and to mark. */
const text = Array.from(
  { length: 40 },
  (_, line) =>
    `MATCH (a${line}:Organization {id: $id})-[r${line}:HAS_BRANCH*1..2]->(b${line}) WHERE b${line}.name CONTAINS 'x'\n`,
).join('');
const mistake = 'RETRUN a1 ';
/** What is then typed at its end; where it rests, the text is checked while the next keys come. */
const typed = 'WITH a1, count(*) AS many ORDER BY many DESC ';
const betweenKeysMs = 60;
const keysInARow = 5;
const restMs = 300;

declare global {
  interface Window {
    /** Milliseconds from each key to the frame that shows what it did. */
    keyTimes?: number[];
  }
}

/** How long a key in the editor takes to show, while the text is checked. */
export async function measureTyping(url: string): Promise<Measure[]> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: desktop });
    // The compiler marks functions with a helper of this name, which the page does not have.
    await page.addInitScript('globalThis.__name = (value) => value');
    await page.goto('data:text/html,<textarea autofocus></textarea>');
    const bare = await typeWatched(page);
    await openFirstPicture(page, url);
    await openEditor(page);
    const times = await typeWatched(page);
    const [half, bareHalf] = [times, bare].map((each) => shown(quantile(each, 0.5)));
    const remark = ` (half within ${half} ms; in a bare text field p95 ${shown(quantile(bare, 0.95))} ms, half within ${bareHalf} ms)`;
    return [
      held(`a key in the editor, ${text.length} characters, p95`, quantile(times, 0.95), limits.keyMs, 'ms', remark),
    ];
  } finally {
    await browser.close();
  }
}

async function openEditor(page: Page): Promise<void> {
  await page.locator('.workbench-button').click();
  await page.locator('.cm-content').click();
  await page.keyboard.insertText(text + mistake);
  // Once a mistake is marked, the worker is there and has read it all.
  await page.locator('.cm-lintRange-error').first().waitFor();
}

/** Types into what has the focus. Answers with how long each key took, in milliseconds. */
async function typeWatched(page: Page): Promise<number[]> {
  await page.evaluate(watchKeys);
  for (let index = 0; index < typed.length; index += 1) {
    await page.keyboard.press(typed.charAt(index));
    await page.waitForTimeout(index % keysInARow === keysInARow - 1 ? restMs : betweenKeysMs);
  }
  const times = await page.evaluate(() => window.keyTimes ?? []);
  // Capitals come with Shift, which is a key, too.
  if (times.length < typed.length) throw new Error(`of ${typed.length} keys ${times.length} were seen`);
  return times;
}

/** Runs in the page. */
function watchKeys(): void {
  const times: number[] = [];
  window.keyTimes = times;
  const { port1, port2 } = new MessageChannel();
  const pressed: number[] = [];
  // A message that is sent in a frame comes once the frame is drawn.
  port1.addEventListener('message', () => {
    for (const at of pressed.splice(0)) times.push(performance.now() - at);
  });
  port1.start();
  const onKey = ({ timeStamp }: KeyboardEvent): void => {
    pressed.push(timeStamp);
    requestAnimationFrame(() => port2.postMessage(null));
  };
  document.addEventListener('keydown', onKey, { capture: true });
}
