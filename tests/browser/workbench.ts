import type { Locator, Page } from 'playwright-core';
import { button, inChinese } from './reader.ts';

/** The workbench as a reader uses it. */

export const workbench = (page: Page): Locator => page.getByRole('region', { name: inChinese('workbench.title') });
export const editor = (page: Page): Locator => page.locator('.cm-content');
export const tabNames = (page: Page): Promise<string[]> => page.getByRole('tab').allInnerTexts();

/** Opens the workbench, and waits for its editor. */
export async function openWorkbench(page: Page): Promise<void> {
  await button(page, inChinese('workbench.open')).click();
  await editor(page).waitFor();
}

/** Puts a text into the editor in place of what is there, all at once. */
export async function write(page: Page, cypher: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(cypher);
}

/** What is marked in the text, each with whether it is an error or a warning. */
export const marks = (page: Page): Promise<string[]> =>
  page
    .locator('.cm-lintRange')
    .evaluateAll((found) =>
      found.map(
        (mark) => `${mark.classList.contains('cm-lintRange-error') ? 'error' : 'warning'}: ${mark.textContent}`,
      ),
    );
