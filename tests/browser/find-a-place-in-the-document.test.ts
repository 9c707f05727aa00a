import { expect, it } from 'vitest';
import { describeTask, phone } from './explorer.ts';
import { clickNode } from './picture.ts';
import { button, expectInAddress, expectInspected, inChinese, inspector, notices } from './reader.ts';
import { expectInSight, follow, gist, litOn, openDocument, pane, row, tree } from './reading-pane.ts';

describeTask('a reader who looks for a place in the document', (explorer) => {
  it('opens it where they put it away, and once something is selected, where that is said', async () => {
    const page = await explorer.open({ hash: 'view=reading&read=s2.i3.5' });
    await expectInSight(row(page, 's2.i3.5'));
    const reopen = async (): Promise<void> => {
      await openDocument(page);
      await tree(page).waitFor();
    };
    await button(pane(page), inChinese('reading.close')).click();
    await reopen();
    await expectInSight(row(page, 's2.i3.5'));
    await button(pane(page), inChinese('reading.close')).click();
    await clickNode(page, 'law-firms');
    await reopen();
    await expectInSight(row(page, 'lead.1'));
    await expectInAddress(page, 'read', ['lead.1']);
    await expect.poll(() => row(page, 'lead.1').getAttribute('data-marks')).toContain('now');
  });

  it('comes from a citation to its place, with what was selected still selected', async () => {
    const page = await explorer.open({ hash: 'sel=organisational-coverage' });
    await expectInspected(page, '组织全覆盖');
    await inspector(page).locator('.citation').first().getByRole('button').first().click();
    await tree(page).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('treeitem');
    const place = tree(page).locator('[data-marks~="sought"]');
    await expectInSight(place);
    expect(await place.getAttribute('data-marks')).toContain('mention');
    await expectInspected(page, '组织全覆盖');
    // And from the passage, what it says of itself.
    const address = (await place.getAttribute('data-passage')) ?? '';
    await gist(page, address).click();
    await expectInAddress(page, 'sel', [`passage-${address.replaceAll('.', '-')}`]);
  });

  it('finds by a link where they were, and goes on from there', async () => {
    const page = await explorer.open({ hash: 'view=reading&read=s2.i3.5&follow=1' });
    await expectInSight(row(page, 's2.i3.5'));
    expect(await follow(page).getAttribute('aria-checked')).toBe('true');
    await expect.poll(async () => (await litOn(page)).length).toBeGreaterThan(0);
    await expectInAddress(page, 'read', ['s2.i3.5']);
  });

  it.each([
    ['a large screen', 'view=reading&read=s2.i3.5&follow=1', {}],
    ['a small screen', 'view=reading&sel=passage-lead-1', phone],
  ])('finds by a link where they looked, too (%s)', async (_, hash, options) => {
    const page = await explorer.open({ hash: `${hash}&cam=5000~4000~0.9`, ...options });
    await tree(page).waitFor();
    await expect.poll(async () => (await litOn(page)).length).toBeGreaterThan(0);
    // Longer than the picture waits before it follows.
    await page.waitForTimeout(500);
    await expectInAddress(page, 'cam', ['5000~4000~0.9']);
  });

  it('is told of a place in a link that the document does not have', async () => {
    const page = await explorer.open({ hash: 'view=reading&read=nowhere.9' });
    await notices(page)
      .getByText(inChinese('notice.link', { what: 'read' }))
      .waitFor();
    await expectInAddress(page, 'read', []);
  });

  it('stays where they are as a view is shown that says no place', async () => {
    const page = await explorer.open({ hash: 'view=reading&read=s2.i3.5' });
    await expectInSight(row(page, 's2.i3.5'));
    await page.evaluate(() => void (location.hash = 'view=reading&size=none'));
    await expectInAddress(page, 'size', ['none']);
    await expectInAddress(page, 'read', ['s2.i3.5']);
  });

  it('finds by a link what they had folded away', async () => {
    const page = await explorer.open({ hash: 'view=reading&read=s2.i3.5' });
    await expectInSight(row(page, 's2.i3.5'));
    await button(pane(page), inChinese('reading.foldAll')).click();
    await row(page, 's2.i3.5').waitFor({ state: 'detached' });
    await expectInAddress(page, 'folded', ['*']);
    const shown = await tree(page).getByRole('treeitem').count();
    await page.reload();
    await tree(page).waitFor();
    await expectInSight(tree(page).locator('[tabindex="0"][role="treeitem"]'));
    expect(await tree(page).getByRole('treeitem').count()).toBe(shown);
  });

  it('is told of a section in a link that the document does not have', async () => {
    const page = await explorer.open({ hash: 'view=reading&folded=nonsense&folded=section-lead' });
    await notices(page)
      .getByText(inChinese('notice.link', { what: 'folded' }))
      .waitFor();
    await expectInAddress(page, 'folded', ['section-lead']);
    expect(await row(page, 'lead.1').count()).toBe(0);
  });

  it('folds all of it to its headings, and finds a place in what is folded', async () => {
    const page = await explorer.open();
    await openDocument(page);
    await button(pane(page), inChinese('reading.foldAll')).click();
    await row(page, 'lead.1').waitFor({ state: 'detached' });
    await clickNode(page, 'law-firms');
    await expectInSight(row(page, 'lead.1'));
  });
});
