import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { cameraOf, clickNode, clickRelationship, pictureOf, placesOf } from './picture.ts';
import {
  button,
  expectInAddress,
  expectInPicture,
  expectInspected,
  inChinese,
  inEnglish,
  inspector,
  notices,
} from './reader.ts';
import { expectInSight, expectLit, follow, gist, litOn, openDocument, pane, row, step, tree } from './reading-pane.ts';

/** The picture follows to where the reader stays: who scrolls on and on, as a fast machine can, is followed nowhere. */
const readingOn = { interval: 800 };

describeTask('a reader with the document beside the picture', (explorer) => {
  it('opens it by a button, points at a sentence, and sees on the picture what it says', async () => {
    const page = await explorer.open();
    await openDocument(page);
    await expectInAddress(page, 'view', ['reading']);
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await gist(page, 'lead.1').hover();
    await expectLit(page, ['jinhua-lawyers-association', 'law-firms', 'lawyers'], ['party-branches', 'five-services']);
    await gist(page, 'honour').hover();
    await expectLit(page, ['association-party-committee'], ['law-firms']);
    await page.locator('.inspector').hover();
    await expect.poll(() => litOn(page)).toEqual([]);
    // All that there is to know of it came with the document.
    expect(asked.filter((url) => url.includes('/api/') && !url.includes('/api/health'))).toEqual([]);
  });

  it('selects a sentence by a click, and the picture stays as it is', async () => {
    const page = await explorer.open();
    await openDocument(page);
    const [places, camera] = [await placesOf(page), await cameraOf(page)];
    await gist(page, 'lead.1').click();
    await expectInAddress(page, 'sel', ['passage-lead-1']);
    await expectInspected(page, '开头 · 第1句');
    await page.locator('.inspector').hover();
    await expectLit(page, ['jinhua-lawyers-association', 'law-firms']);
    expect([await placesOf(page), await cameraOf(page)]).toEqual([places, camera]);
  });

  it('sees the same counts in the outline as in the table', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    await button(pane(page), inChinese('coverage.asTable')).click();
    const line = pane(page)
      .locator('tr')
      .filter({ has: page.getByTitle('lead.1', { exact: true }) });
    const [nodes = 0, relationships = 0, figures = 0] = (await line.locator('td').allTextContents()).map(Number);
    expect(figures).toBeGreaterThan(0);
    const gave = [inChinese('reading.gave', { nodes, relationships }), inChinese('reading.gaveFigures', { figures })];
    await row(page, 'lead.1').locator('.reading-yield').getByText(gave.join(' · ')).waitFor();
  });

  it('selects what a quote gave, one thing after the other', async () => {
    const page = await explorer.open();
    await openDocument(page);
    const quote = row(page, 'lead.1').locator('.reading-phrase').filter({ hasText: '现有律师事务所115家' });
    expect(await quote.locator('q').getAttribute('lang')).toBe('zh-CN');
    const facts: string[] = JSON.parse((await quote.getAttribute('data-facts')) ?? '[]');
    expect(facts.length).toBeGreaterThan(1);
    for (const fact of [...facts, ...facts.slice(0, 1)]) {
      await quote.click();
      await expectInAddress(page, 'sel', [fact]);
      await expect.poll(() => quote.getAttribute('aria-pressed')).toBe('true');
    }
    await expectInSight(gist(page, 'lead.1'));
  });

  it('clicks a node on the picture, is taken to where it is said first, and steps from place to place', async () => {
    const page = await explorer.open();
    await openDocument(page);
    await clickNode(page, 'organisational-coverage');
    const bar = pane(page).locator('.mention-bar');
    const said = bar.locator('.mention-count');
    await expect.poll(() => said.textContent()).toMatch(/第 1 处/);
    const count = Number(/共 (\d+) 处/.exec((await said.textContent()) ?? '')?.[1]);
    expect(count).toBeGreaterThan(1);
    const marked = tree(page).locator('[data-marks~="now"]');
    await expectInSight(marked);
    const first = await marked.getAttribute('data-passage');
    await step(page, 'reading.nextMention').click();
    await bar.getByText(inChinese('reading.mention', { at: 2, n: count })).waitFor();
    expect(await marked.getAttribute('data-passage')).not.toBe(first);
    await expectInSight(marked);
    // What is said there stands out on the picture.
    await expectLit(page, ['organisational-coverage']);
    await step(page, 'reading.previousMention').click();
    await step(page, 'reading.previousMention').click();
    await bar.getByText(inChinese('reading.mention', { at: count, n: count })).waitFor();
    await expectInSight(marked);
  });

  it('sees no longer what is said of the one thing once they select another', async () => {
    const page = await explorer.open();
    await openDocument(page);
    await clickNode(page, 'organisational-coverage');
    await step(page, 'reading.nextMention').click();
    await expectLit(page, ['organisational-coverage']);
    await clickNode(page, 'law-firms');
    await expect.poll(() => litOn(page)).toEqual([]);
  });

  it('clicks a line on the picture, and is taken to where it is said', async () => {
    const page = await explorer.open();
    await openDocument(page);
    await clickRelationship(page, 'jinhua-lawyers-association.HAS_MEMBER.law-firms');
    await expect.poll(() => tree(page).locator('[data-marks~="now"]').getAttribute('data-passage')).toBe('lead.1');
    await expectInSight(row(page, 'lead.1'));
  });

  it('sees in the document where a node is said that the mouse is over', async () => {
    const page = await explorer.open();
    await openDocument(page);
    const node = (await pictureOf(page)).find(({ id }) => id === 'law-firms');
    await page.mouse.move(node?.pageX ?? 0, node?.pageY ?? 0);
    await expect.poll(() => row(page, 'lead.1').getAttribute('data-marks')).toContain('pointed');
  });

  it('brings what a sentence says and the picture lacks, and takes it back', async () => {
    const page = await explorer.open();
    await openDocument(page);
    await row(page, 'lead.2')
      .getByText(inChinese('reading.present', { shown: 13, n: 23 }))
      .waitFor();
    const before = await placesOf(page);
    await row(page, 'lead.2').locator('.reading-bring').click();
    await row(page, 'lead.2').getByText(inChinese('reading.allPresent')).waitFor();
    const after = await placesOf(page);
    expect(after.size).toBeGreaterThan(before.size);
    for (const [id, place] of before) expect(after.get(id)).toEqual(place);
    await expectInAddress(page, 's', ['passage~passage-lead-2']);
    await page.reload();
    await row(page, 'lead.2').getByText(inChinese('reading.allPresent')).waitFor();
    await button(page, inChinese('history.undo')).click();
    await row(page, 'lead.2')
      .getByText(inChinese('reading.present', { shown: 13, n: 23 }))
      .waitFor();
  });

  it('lets the picture follow as they scroll, moves no node, and leaves by moving the picture', async () => {
    const page = await explorer.open();
    await openDocument(page);
    // Near enough that not all of it is in sight.
    for (let press = 0; press < 4; press += 1) await button(page, inChinese('zoom.in')).click();
    await follow(page).click();
    await expectInAddress(page, 'follow', ['1']);
    const [places, camera] = [await placesOf(page), await cameraOf(page)];
    await tree(page).hover();
    const scrolled = async (): Promise<boolean> => {
      await page.mouse.wheel(0, 900);
      const { x, y } = await cameraOf(page);
      return x !== camera.x || y !== camera.y;
    };
    await expect.poll(scrolled, readingOn).toBe(true);
    expect(await placesOf(page)).toEqual(places);
    const canvas = await page.locator('.canvas').boundingBox();
    const [x, y] = [(canvas?.x ?? 0) + 20, (canvas?.y ?? 0) + 20];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => follow(page).getAttribute('aria-checked')).toBe('false');
    await expectInAddress(page, 'follow', []);
    await button(notices(page), inChinese('reading.lookBack')).click();
    await expect.poll(async () => Math.round((await cameraOf(page)).x)).toBe(Math.round(camera.x));
  });

  it('ends the following with the document, and can look then where they looked before', async () => {
    const page = await explorer.open({ hash: 'view=reading&read=s2.i3.5&follow=1' });
    await expectLit(page, []);
    for (let press = 0; press < 4; press += 1) await button(page, inChinese('zoom.in')).click();
    await tree(page).hover();
    const camera = await cameraOf(page);
    const scrolled = async (): Promise<boolean> => {
      await page.mouse.wheel(0, -900);
      const { x, y } = await cameraOf(page);
      return x !== camera.x || y !== camera.y;
    };
    await expect.poll(scrolled, readingOn).toBe(true);
    await button(pane(page), inChinese('reading.close')).click();
    await expectInAddress(page, 'follow', []);
    await button(notices(page), inChinese('reading.lookBack')).click();
    await expect.poll(async () => (await cameraOf(page)).zoom).not.toBe(camera.zoom);
    await openDocument(page);
    expect(await follow(page).getAttribute('aria-checked')).toBe('false');
  });

  it('is told in words and by shape, not by colour alone, which lines say what is selected and where they are', async () => {
    const page = await explorer.open({ hash: 'view=reading&sel=lawyers' });
    await tree(page).locator('[data-marks~="now"]').waitFor();
    const current = tree(page).locator('[aria-current]');
    expect(await current.count()).toBe(1);
    expect(await current.getAttribute('data-marks')).toContain('now');
    await current.getByText(inChinese('reading.mentionsChosen')).waitFor({ state: 'attached' });
    await page.emulateMedia({ forcedColors: 'active' });
    const widthOf = (address: string) =>
      row(page, address).evaluate((element) => getComputedStyle(element, '::before').borderInlineStartWidth);
    expect(parseFloat(await widthOf('lead.1'))).toBeGreaterThan(0);
    expect(await widthOf('title')).toBe('0px');
  });

  it('reads in English what it says, in Chinese what it quotes', async () => {
    const page = await explorer.open({ hash: 'view=reading&lang=en' });
    await gist(page, 'lead.1').getByText('When the association was founded').waitFor();
    await row(page, 'lead.1')
      .getByText(inEnglish('reading.present', { shown: 5, n: 13 }))
      .waitFor();
    expect(await row(page, 'lead.1').locator('q').first().getAttribute('lang')).toBe('zh-CN');
  });

  it.each([
    ['Chinese', 'view=reading&sel=lawyers', {}],
    ['English, in the dark', 'view=reading&lang=en&sel=passage-lead-1', { colorScheme: 'dark' as const }],
    ['a small screen', 'view=reading&sel=lawyers', phone],
  ])('meets nothing that axe objects to (%s)', async (_, hash, options) => {
    const page = await explorer.open({ hash, ...options });
    await row(page, 'lead.1').locator('q').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('has the picture above it on a small screen, and what was touched in sight there', async () => {
    const page = await explorer.open({ hash: 'view=reading', ...phone });
    await tree(page).waitFor();
    const [canvas, sheet] = [await page.locator('.canvas').boundingBox(), await pane(page).boundingBox()];
    expect((canvas?.y ?? 0) + (canvas?.height ?? 0)).toBeLessThanOrEqual((sheet?.y ?? 0) + 1);
    expect(canvas?.height).toBeGreaterThan(180);
    await gist(page, 'lead.1').tap();
    await expectLit(page, ['jinhua-lawyers-association', 'law-firms', 'lawyers']);
    const seen = (await pictureOf(page)).filter(({ id }) => ['law-firms', 'lawyers'].includes(id));
    for (const { pageX, pageY } of seen) {
      expect(pageX).toBeGreaterThan(0);
      expect(pageY).toBeLessThan((canvas?.y ?? 0) + (canvas?.height ?? 0));
    }
    expect(await pane(page).evaluate((part) => part.scrollWidth - part.clientWidth)).toBe(0);
    await expect.poll(() => inspector(page).isVisible()).toBe(false);
  });

  it('touches a node on a small screen, reads where it is said, and calls its details', async () => {
    const page = await explorer.open({ hash: 'view=reading&sel=lawyers', ...phone });
    await expectInSight(row(page, 'lead.1'));
    await button(pane(page), inChinese('reading.details')).tap();
    await expectInspected(page, '执业律师');
    await expect.poll(() => inspector(page).isVisible()).toBe(true);
  });

  it('has it in a frame of another page, too, when the link asks for it', async () => {
    const page = await explorer.open({ path: '/?embed=1', hash: 'view=reading&sel=lawyers' });
    await expectInSight(row(page, 'lead.1'));
    await step(page, 'reading.nextMention').click();
    await expectInPicture(page, 'lawyers');
  });
});
