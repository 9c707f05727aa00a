import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask } from './explorer.ts';
import { clickNode, pictureOf } from './picture.ts';
import { button, expectInAddress, expectInPicture, inChinese, inspector, notices } from './reader.ts';

/** Drops a file on the page, as from a folder of the reader's machine. */
async function drop(page: Page, content: string, name = 'graph.view.json'): Promise<void> {
  const data = await page.evaluateHandle(
    ([text = '', called = '']) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], called, { type: 'application/json' }));
      return transfer;
    },
    [content, name],
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.getByText(inChinese('share.drop')).waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

async function openShareMenu(page: Page): Promise<void> {
  await pictureOf(page);
  await button(page, inChinese('share.label')).click();
  await page.getByRole('menuitem', { name: inChinese('share.save') }).waitFor();
}

/** Waits until keys do something. */
async function expectKeys(page: Page): Promise<void> {
  await pictureOf(page);
  await expect
    .poll(async () => {
      await page.keyboard.press('o');
      return new URL(page.url()).hash;
    })
    .toContain('view=outline');
}

/** Runs in the page: what a browser does that is set to keep nothing. */
function forbidStorage(): void {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(globalThis, name, {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  }
}

describeTask('a reader who keeps a view', (explorer) => {
  it('saves it as a file, and another reader drops it on the page and sees the same', async () => {
    const page = await explorer.open({ hash: 's=hide~joint-branches&sel=five-services' });
    await expectInPicture(page, 'joint-branches', false);
    await openShareMenu(page);
    expect(await axeFindings(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: inChinese('share.save') }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('jinhua-2011.view.json');
    const content = await readFile(await download.path(), 'utf8');
    const theirs = await explorer.open();
    await expectInPicture(theirs, 'joint-branches');
    await drop(theirs, content);
    await expectInPicture(theirs, 'joint-branches', false);
    await expectInAddress(theirs, 'sel', ['five-services']);
    await button(theirs, inChinese('history.undo')).click();
    await expectInPicture(theirs, 'joint-branches');
  });

  it('copies a link that holds the whole view', async () => {
    const page = await explorer.open({
      hash: 's=hide~joint-branches',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await openShareMenu(page);
    await page.getByRole('menuitem', { name: inChinese('share.copy') }).click();
    await page.getByText(inChinese('share.copied')).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URLSearchParams(new URL(link).hash.slice(1)).get('s')).toBe('hide~joint-branches');
  });

  it('is led back to the first picture by a link to a picture that there is not', async () => {
    const page = await explorer.open({ hash: 'q=query%3Dunheard-of', expected: /404/ });
    await page.getByText(inChinese('error.unknown-query', { name: 'unheard-of' })).waitFor();
    await page
      .locator('.waiting')
      .getByRole('button', { name: inChinese('page.home') })
      .click();
    await expectInPicture(page, 'joint-branches');
    expect(new URL(page.url()).hash).not.toContain('unheard-of');
  });

  it('keeps how labels look, whatever a link that is opened in between says', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await button(page, inChinese('appearance.title', { label: '数字' })).press('Enter');
    await page.getByRole('radio', { name: inChinese('colour.red') }).check({ force: true });
    await expectInAddress(page, 'look', ['Figure~red~']);
    await page.goto('about:blank');
    await page.goto(`${explorer.server.url}/#look=Award~blue~`);
    // Keys are listened to once what was kept has been taken up.
    await expectKeys(page);
    await page.goto('about:blank');
    await page.goto(explorer.server.url);
    await expectInAddress(page, 'look', ['Figure~red~']);
  });

  it('does without a storage where the browser forbids it', async () => {
    const page = await explorer.open({ before: (opened) => opened.addInitScript(forbidStorage) });
    await expectKeys(page);
  });

  it('is told of a file that is no view, and keeps what was there', async () => {
    const page = await explorer.open({ hash: 's=hide~joint-branches' });
    await pictureOf(page);
    await drop(page, '{"format": "docum');
    await expect.poll(() => notices(page).textContent()).toContain(inChinese('file.unreadable'));
    await expectInPicture(page, 'joint-branches', false);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('loads the page again, and still undoes what was done before', async () => {
    const page = await explorer.open();
    await clickNode(page, 'joint-branches');
    await button(inspector(page), inChinese('inspector.hide')).click();
    await expectInPicture(page, 'joint-branches', false);
    await expectInAddress(page, 's', ['hide~joint-branches']);
    await page.waitForFunction(() => Object.values(sessionStorage).some((text) => String(text).includes('act.hide')));
    await page.reload();
    await expectInPicture(page, 'joint-branches', false);
    await button(page, inChinese('history.undo')).click();
    await expectInPicture(page, 'joint-branches');
  });

  it('comes back another day, and goes on with the last view', async () => {
    const page = await explorer.open();
    await clickNode(page, 'joint-branches');
    await button(inspector(page), inChinese('inspector.hide')).click();
    await page.waitForFunction(() =>
      Object.values(localStorage).some((text) => String(text).includes('joint-branches')),
    );
    const tab = await page.context().newPage();
    await tab.goto(explorer.server.url);
    await expectInPicture(tab, 'joint-branches');
    await button(tab, inChinese('introduction.continue')).click();
    await expectInPicture(tab, 'joint-branches', false);
  });

  it('has a view that is too long for a link: the tab keeps it, and the page offers the file', async () => {
    const many = Array.from({ length: 900 }, (_, index) => `pos=place-${index}~${index}~${index}`).join('&');
    const page = await explorer.open({ hash: `${many}&s=hide~joint-branches` });
    await expectInPicture(page, 'joint-branches', false);
    await expect.poll(() => new URL(page.url()).hash).toBe('#kept');
    await openShareMenu(page);
    await page.getByText(inChinese('share.tooLong')).waitFor();
    await page.reload();
    await expectInPicture(page, 'joint-branches', false);
    const theirs = await explorer.open({ hash: 'kept' });
    await expect.poll(() => notices(theirs).textContent()).toContain(inChinese('file.notInThisTab'));
    await expectInPicture(theirs, 'joint-branches');
  });
});
