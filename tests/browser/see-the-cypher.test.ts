import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask } from './explorer.ts';
import { openGallery, questionWith } from './gallery.ts';
import { clickNode, pictureOf } from './picture.ts';
import { button, dialog, expectInspected, expectInPicture, inChinese, inspector } from './reader.ts';

const shown = (page: Page) => page.getByRole('region', { name: inChinese('cypher.text') });
const values = (page: Page) => page.getByRole('region', { name: inChinese('cypher.values') });
const workbench = (page: Page) => page.locator('.workbench');
const editor = (page: Page) => workbench(page).getByRole('textbox', { name: inChinese('editor.label') });

describeTask('a reader who wonders what was asked', (explorer) => {
  it('sees the Cypher behind the picture, step by step, and opens it in the editor, where nothing runs by itself', async () => {
    const page = await explorer.open({ hash: 's=expand%7Elawyers%7E25' });
    await pictureOf(page);
    await page
      .locator('.toolbar')
      .getByRole('button', { name: inChinese('cypher.show') })
      .click();
    await expect.poll(() => shown(page).textContent()).toContain('MATCH (n:Entity {dataSet: $dataSet})');
    await dialog(page)
      .getByRole('button', { name: inChinese('cypher.of') })
      .click();
    await page.getByRole('option', { name: inChinese('act.expand', { name: '执业律师' }) }).click();
    await expect.poll(() => shown(page).textContent()).toContain('UNWIND $ids AS id');
    expect(JSON.parse((await values(page).textContent()) ?? '')).toMatchObject({
      ids: ['lawyers'],
      skip: 0,
      limit: 25,
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await button(page, inChinese('cypher.edit')).click();
    await expect.poll(() => editor(page).textContent()).toContain('UNWIND $ids AS id');
    expect(asked.filter((path) => path === '/api/cypher')).toEqual([]);
  });

  it('sees what the inspector and each question ask', async () => {
    const page = await explorer.open();
    await clickNode(page, 'party-branches');
    await expectInspected(page, '律师事务所党支部');
    await inspector(page)
      .getByRole('button', { name: inChinese('cypher.show') })
      .click();
    await expect.poll(() => values(page).textContent()).toContain('"party-branches"');
    await page.keyboard.press('Escape');
    await page.keyboard.press('q');
    const question = questionWith(dialog(page), '的钱从哪里来');
    await button(question, inChinese('cypher.show')).click();
    await expect.poll(() => shown(page).textContent()).toContain('[r:FUNDED_BY]');
    expect(await values(page).textContent()).toContain('"party-building-funds"');
  });

  it('takes a question from the gallery to the editor, which the gallery leaves free', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const gallery = await openGallery(page);
    await button(questionWith(gallery, '的钱从哪里来'), inChinese('cypher.show')).click();
    await button(page, inChinese('cypher.edit')).click();
    await expect.poll(() => editor(page).textContent()).toContain('FUNDED_BY');
    expect(await dialog(page).count()).toBe(0);
    await expectInPicture(page, 'five-services');
  });

  it.each(['light', 'dark'] as const)('meets nothing that axe objects to, in the %s', async (colorScheme) => {
    const page = await explorer.open({ colorScheme });
    await pictureOf(page);
    await page
      .locator('.toolbar')
      .getByRole('button', { name: inChinese('cypher.show') })
      .click();
    await shown(page).waitFor();
    expect(await axeFindings(page, ['.popover'])).toEqual([]);
  });
});
