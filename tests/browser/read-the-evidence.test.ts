import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { clickNode, clickRelationship, pictureOf, placesOf } from './picture.ts';
import { button, expectInAddress, expectInspected, inChinese, inspector, inspectorTitle } from './reader.ts';

const firms = 'jinhua-lawyers-association.HAS_MEMBER.law-firms';
const quote = '现有律师事务所115家';
/** The sentence of the document that holds the quote. */
const sentence = /1997年12月.*现有律师事务所115家.*执业律师869名/;

describeTask('a reader who asks where it says so', (explorer) => {
  it('clicks a line, reads what it says with its quote, and goes on to the passage', async () => {
    const page = await explorer.open();
    await clickRelationship(page, firms);
    await expect.poll(() => inspectorTitle(page).textContent()).toMatch(/金华市律师协会.*律师事务所/);
    await inspector(page).locator('q').getByText(quote, { exact: true }).waitFor();
    const link = inspector(page).getByRole('button', { name: inChinese('inspector.at', { address: '' }) });
    await link.first().click();
    await page.locator('.reading').getByText(sentence).first().waitFor();
    await inspector(page).locator('q').getByText(quote, { exact: true }).waitFor();
  });

  it('clicks a node, and each of its facts stands there as a sentence with a quote', async () => {
    const page = await explorer.open();
    const before = await placesOf(page);
    await clickNode(page, 'party-branches');
    await expectInspected(page, '律师事务所党支部');
    const facts = inspector(page).locator('.relations > li');
    await expect.poll(() => facts.count()).toBeGreaterThan(2);
    for (const fact of await facts.all()) {
      expect(await fact.textContent()).toContain('律师事务所党支部');
      expect(await fact.locator('q').count()).toBeGreaterThan(0);
    }
    expect(await placesOf(page)).toEqual(before);
  });

  it('asks the server for nothing by selecting', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await clickNode(page, 'lawyers');
    await expectInspected(page, '执业律师');
    await clickNode(page, 'law-firms');
    await expectInspected(page, '律师事务所');
    expect(asked.filter((url) => url.includes('/api/queries/'))).toEqual([]);
  });

  it('goes from a sentence to the body at its other end, and back', async () => {
    const page = await explorer.open({ hash: 'sel=five-services' });
    await expectInspected(page, '五大服务');
    await button(inspector(page), '服务弱势群体维权').first().click();
    await expectInspected(page, '服务弱势群体维权');
    await button(inspector(page), inChinese('inspector.back')).click();
    await expectInspected(page, '五大服务');
    await button(inspector(page), inChinese('inspector.close')).click();
    await expectInAddress(page, 'sel', []);
  });

  it('opens a link to a relationship, and finds what it says', async () => {
    const page = await explorer.open({ hash: new URLSearchParams({ sel: firms }).toString() });
    await inspector(page).locator('q').getByText(quote, { exact: true }).waitFor();
  });

  it('is told where a fact is inferred, and from what', async () => {
    const page = await explorer.open({ hash: 'sel=other-branches' });
    await expectInspected(page, '其余党支部');
    await inspector(page).getByText(inChinese('inspector.derived'), { exact: true }).first().waitFor();
  });
});
