import { expect, it } from 'vitest';
import { axeFindings, describeTask } from './explorer.ts';
import { longDocument, shortDocument } from './long-document.ts';
import { button, expectInAddress, inChinese } from './reader.ts';
import { expectInSight, gist, litOn, pane, row, step, tree } from './reading-pane.ts';
import { tinyFolder } from './tiny-folder.ts';

describeTask(
  'a reader of a document of three thousand sentences',
  (explorer) => {
    it('has all of them at hand, of which those in sight are made', async () => {
      const page = await explorer.open({ hash: 'view=reading' });
      await tree(page).waitFor();
      expect(await tree(page).getByRole('treeitem').count()).toBeGreaterThan(3_600);
      const made = tree(page).locator('.reading-gist');
      await made.first().waitFor();
      expect(await made.count()).toBeLessThan(60);
      await tree(page).locator('[tabindex="0"][role="treeitem"]').focus();
      await page.keyboard.press('End');
      await expectInSight(row(page, 's30.i10.p1.10'));
      await gist(page, 's30.i10.p1.10').waitFor();
      await expect.poll(() => made.count()).toBeLessThan(60);
    });

    it('is taken far down to where a node is said last, and back', async () => {
      const page = await explorer.open({ hash: 'view=reading&sel=jia-association' });
      await tree(page).locator('[data-marks~="now"]').waitFor();
      await step(page, 'reading.previousMention').click();
      await gist(page, 's30.i10.p1.10').waitFor();
      await expectInSight(row(page, 's30.i10.p1.10'));
      await step(page, 'reading.nextMention').click();
      await expectInSight(row(page, 'title'));
    });

    it('finds by a link a place in the middle, in sections of three levels', async () => {
      const page = await explorer.open({ hash: 'view=reading&read=s15.i5.p1.5' });
      await gist(page, 's15.i5.p1.5').waitFor();
      await expectInSight(row(page, 's15.i5.p1.5'));
      expect(await row(page, 's15.i5.p1.5').getAttribute('aria-level')).toBe('4');
    });

    it('gives away a link to it with all of it folded but one section', async () => {
      const page = await explorer.open({ hash: 'view=reading' });
      await tree(page).waitFor();
      await button(pane(page), inChinese('reading.foldAll')).click();
      await expectInAddress(page, 'folded', ['*']);
      await tree(page).locator('[tabindex="0"][role="treeitem"]').focus();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowRight');
      await expectInAddress(page, 'folded', ['*', expect.any(String)]);
      const shown = await tree(page).getByRole('treeitem').count();
      const other = await explorer.open({ hash: new URL(page.url()).hash.slice(1) });
      await tree(other).waitFor();
      await expect.poll(() => tree(other).getByRole('treeitem').count()).toBe(shown);
    });
  },
  { DATA_SET: tinyFolder(longDocument) },
);

describeTask(
  'a reader of a document of one sentence',
  (explorer) => {
    it('has it as a list without sections', async () => {
      const page = await explorer.open({ hash: 'view=reading' });
      // Only a mouse that moves points, and the page may not listen yet when it moves for the first time.
      let turn = 0;
      await expect
        .poll(async () => {
          turn += 1;
          await gist(page, 'text.1').hover({ position: { x: 4 + (turn % 2), y: 4 } });
          return litOn(page);
        })
        .toContain('jia-association');
      expect(await tree(page).getByRole('treeitem').count()).toBe(1);
      expect(await button(pane(page), inChinese('reading.foldAll')).count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
    });
  },
  { DATA_SET: tinyFolder(shortDocument) },
);
