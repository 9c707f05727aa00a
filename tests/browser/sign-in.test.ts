import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { clickNode, pictureOf } from './picture.ts';
import { button, expectInspected, inChinese, inEnglish } from './reader.ts';
import { editor, openWorkbench, workbench, write } from './workbench.ts';

const token = 'a-token-that-everybody-here-shares';
const query = "MATCH (n {id: 'law-firms'}) RETURN n.name AS name";
const refused = /status of 401/;

const answer = (page: Page) => workbench(page).locator('.results');
const field = (page: Page) => workbench(page).getByLabel(inChinese('signIn.token'), { exact: true });

async function signIn(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await page.keyboard.press('Enter');
}

/** Runs the query and waits until its answer is there. */
async function runs(page: Page): Promise<void> {
  await write(page, query);
  await page.keyboard.press('Control+Enter');
  await answer(page).getByText('律师事务所', { exact: true }).waitFor();
}

describeTask(
  'a reader who must sign in to type queries',
  (explorer) => {
    it('is told so, enters the token, and goes on', async () => {
      const page = await explorer.open({ expected: refused });
      await openWorkbench(page);
      await write(page, query);
      await page.keyboard.press('Control+Enter');
      await answer(page).getByText(inChinese('error.sign-in-needed')).waitFor();
      await signIn(page, token);
      await workbench(page).getByText(inChinese('signIn.done')).waitFor();
      await runs(page);
    });

    it('goes on in the form while the editor is still on its way', async () => {
      const page = await explorer.open({ expected: refused });
      let send: (() => void) | undefined;
      const isWanted = new Promise<void>((resolve) => {
        send = resolve;
      });
      await page.route(
        ({ pathname }) => pathname.includes('/editor-'),
        async (route) => {
          await isWanted;
          await route.continue();
        },
      );
      await button(page, inChinese('workbench.open')).click();
      await field(page).fill(token);
      expect(await editor(page).count()).toBe(0);
      send?.();
      await editor(page).waitFor();
      await page.keyboard.press('Enter');
      await workbench(page).getByText(inChinese('signIn.done')).waitFor();
    });

    it('is told that the token is not good, and may enter another', async () => {
      const page = await explorer.open();
      await openWorkbench(page);
      const mistake = workbench(page).locator('form').getByRole('alert');
      await signIn(page, '   ');
      await expect.poll(() => mistake.textContent()).toBe(inChinese('signIn.empty'));
      for (const wrong of [`${token}x`, '令牌']) {
        await signIn(page, wrong);
        await expect.poll(() => mistake.textContent()).toBe(inChinese('signIn.refused'));
      }
      expect(await field(page).getAttribute('aria-invalid')).toBe('true');
      await signIn(page, token);
      await runs(page);
    });

    it('is asked again after a reload, unless they wanted the token kept in this tab', async () => {
      const page = await explorer.open();
      await openWorkbench(page);
      await signIn(page, token);
      await workbench(page).getByText(inChinese('signIn.done')).waitFor();
      // The workbench stays open.
      await page.reload();
      await editor(page).waitFor();
      await workbench(page)
        .getByRole('checkbox', { name: inChinese('signIn.keep') })
        .check();
      await signIn(page, token);
      await workbench(page).getByText(inChinese('signIn.done')).waitFor();
      await page.reload();
      await editor(page).waitFor();
      await workbench(page).getByText(inChinese('signIn.done')).waitFor();
      await runs(page);
    });

    it('sees a picture that a query of their own drew after a reload, where they wanted the token kept', async () => {
      const page = await explorer.open();
      await openWorkbench(page);
      await workbench(page)
        .getByRole('checkbox', { name: inChinese('signIn.keep') })
        .check();
      await signIn(page, token);
      await workbench(page).getByText(inChinese('signIn.done')).waitFor();
      const parameters = { cypher: "MATCH (n {id: 'law-firms'}) RETURN n", params: '{}', limit: '10' };
      const picture = new URLSearchParams({ query: 'cypher', ...parameters }).toString();
      await page.goto(`${explorer.server.url}/#${new URLSearchParams({ q: picture }).toString()}`);
      await page.reload();
      await expect.poll(async () => (await pictureOf(page)).map(({ id }) => id)).toEqual(['law-firms']);
    });

    it('signs out, and nothing of the token stays', async () => {
      const page = await explorer.open();
      await openWorkbench(page);
      await workbench(page)
        .getByRole('checkbox', { name: inChinese('signIn.keep') })
        .check();
      await signIn(page, token);
      await button(page, inChinese('signIn.out')).click();
      await field(page).waitFor();
      const kept = await page.evaluate(() =>
        JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), document.cookie]),
      );
      expect(kept).not.toContain(token);
      expect(page.url()).not.toContain(token);
    });

    it('can do all else without a token', async () => {
      const page = await explorer.open();
      await openWorkbench(page);
      await write(page, 'MATCH (n:Award) RETURN n');
      expect(await editor(page).innerText()).toContain('Award');
      await button(workbench(page), inChinese('workbench.close')).click();
      await workbench(page).waitFor({ state: 'hidden' });
      await clickNode(page, 'law-firms');
      await expectInspected(page, '律师事务所');
    });

    it.each([
      ['light', 'zh-CN', {}],
      ['dark', 'en', phone],
    ] as const)(
      'finds nothing in the way of the keyboard or the screen reader, %s in %s',
      async (scheme, language, device) => {
        const page = await explorer.open({ ...device, colorScheme: scheme });
        if (language === 'en') await page.getByRole('button', { name: inChinese('page.language') }).click();
        const word = language === 'en' ? inEnglish : inChinese;
        await button(page, word('workbench.open')).click();
        const form = page.locator('form.sign-in');
        await form.waitFor();
        await form.getByLabel(word('signIn.token'), { exact: true }).fill('x');
        await page.keyboard.press('Enter');
        await form.getByText(word('signIn.refused')).waitFor();
        expect(await axeFindings(page, ['form.sign-in'])).toEqual([]);
      },
    );
  },
  { CYPHER_TOKEN: token },
);
