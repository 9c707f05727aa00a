import type { Locator, Page } from 'playwright-core';
import { button, dialog, inChinese } from './reader.ts';

/** The gallery of questions, as a reader uses it. */

/** Opens all questions from the first page. */
export async function openGallery(page: Page): Promise<Locator> {
  await page.locator('.all-questions').click();
  const gallery = dialog(page);
  await gallery.getByRole('searchbox').waitFor();
  return gallery;
}

/** The question whose sentence has these words in it. */
export const questionWith = (gallery: Locator, words: string): Locator =>
  gallery.getByRole('listitem').filter({ hasText: words });

/** A blank of a question that is filled with a node, by the name of the blank. */
export const nodeBlank = (question: Locator | Page, name: string): Locator =>
  question.getByRole('combobox', { name, exact: true });

/** Chooses a node in a blank by typing some of its name. */
export async function fillWith(page: Page, blank: Locator, text: string, name: string): Promise<void> {
  await blank.fill(text);
  await page.getByRole('option', { name, exact: true }).click();
}

export const askButton = (question: Locator | Page): Locator => button(question, inChinese('question.ask'));
