import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readOntology } from '../../server/ontology.ts';
import { readScenes } from '../../server/scenes.ts';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { clickNode, isAllInSight, pictureOf } from './picture.ts';
import { button, expectInspected, inEnglish, inspector, searchBox } from './reader.ts';
import { expectScene, sceneBar } from './scenes.ts';

const folder = fileURLToPath(new URL('../../graph-seed/metre-convention', import.meta.url));
const { title, questions } = await readOntology(folder);
const story = await readScenes(folder);
const isHan = /\p{Script=Han}/u;

/** Pairs of nodes of which one, with its caption, covers a part of the other or of its caption. */
async function overlaps(page: Page): Promise<string[]> {
  await pictureOf(page);
  return page.evaluate(() => {
    const nodes = document.querySelector('.canvas')?.['_cyreg']?.cy?.nodes(':visible') ?? [];
    const boxes = Array.from(nodes, (node) => {
      const parts = [
        node.boundingBox({ includeLabels: false, includeOverlays: false }),
        node.boundingBox({ includeLabels: true, includeNodes: false, includeOverlays: false }),
      ];
      return { id: node.id(), parts };
    });
    const meet = (one: (typeof boxes)[number], other: (typeof boxes)[number]): boolean =>
      one.parts.some((a) =>
        other.parts.some(
          (b) => Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1) > 4 && Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) > 4,
        ),
      );
    return boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => (meet(one, other) ? [`${one.id} and ${other.id}`] : [])),
    );
  });
}

describeTask(
  'a reader of a data set in English',
  (explorer) => {
    it('sees its first picture, its title and its questions in English, and can turn to Chinese', async () => {
      const page = await explorer.open();
      const nodes = await pictureOf(page);
      expect(nodes.length).toBeGreaterThanOrEqual(20);
      expect(nodes.length).toBeLessThanOrEqual(60);
      expect(nodes.filter(({ caption }) => isHan.test(caption))).toEqual([]);
      expect([await page.title(), await page.locator('html').getAttribute('lang')]).toEqual([title.en, 'en']);
      const offered = page.getByRole('navigation', { name: inEnglish('questions.title') }).getByRole('button');
      // Beside the featured ones, what leads to all of them.
      expect(await offered.count()).toBe(questions.filter(({ isFeatured }) => isFeatured).length);
      expect(page.url()).not.toContain('lang=');
      await page.getByRole('button', { name: '中文' }).click();
      await expect.poll(() => page.title()).toBe(title.zh);
      expect((await pictureOf(page)).filter(({ caption }) => !isHan.test(caption))).toEqual([]);
      await expect.poll(() => page.url()).toContain('lang=zh');
    });

    it.each(['en', 'zh'])('sees no name of it upon another: %s', async (lang) => {
      const page = await explorer.open({ hash: `lang=${lang}` });
      expect(await overlaps(page)).toEqual([]);
      expect(await isAllInSight(page)).toBe(true);
    });

    it('finds what there is by English words and accents, and reads what the document says of it, as English', async () => {
      const page = await explorer.open();
      await pictureOf(page);
      await searchBox(page).fill('Sèvres');
      await page.getByRole('option', { name: /^Sèvres/ }).click();
      await expectInspected(page, 'Sèvres');
      const quote = inspector(page).locator('q').filter({ hasText: 'at Sèvres near Paris' }).first();
      await quote.waitFor();
      expect(await quote.getAttribute('lang')).toBe('en');
    });

    it('reads facts as English sentences, with the place of each', async () => {
      const page = await explorer.open();
      await clickNode(page, 'kilogram');
      await expectInspected(page, 'kilogram');
      await inspector(page).getByText('was defined by', { exact: false }).first().waitFor();
      await inspector(page).getByText('Section 2, item 2, sentence 7', { exact: false }).first().waitFor();
    });

    it('reads the text of the document, which the data set has', async () => {
      const page = await explorer.open({ hash: 'view=reading' });
      const heading = page.locator('[data-passage="title"]');
      await heading.locator('mark').first().waitFor();
      expect(await heading.locator('.passage-text').textContent()).toContain(
        'The Metre Convention and the Units of the World',
      );
      expect(await heading.locator('.passage-text p').getAttribute('lang')).toBe('en');
      expect(await axeFindings(page)).toEqual([]);
    });

    it('follows its story: each scene shows all that it is about', async () => {
      const page = await explorer.open({ hash: `scene=${story[0]?.id}` });
      for (const [index, scene] of story.entries()) {
        const nodes = await expectScene(page, scene.title.en);
        expect([scene.id, nodes.toSorted()]).toEqual([scene.id, Object.keys(scene.positions).toSorted()]);
        expect(await sceneBar(page).textContent()).toContain(scene.caption.en);
        expect([scene.id, await overlaps(page)]).toEqual([scene.id, []]);
        if (index < story.length - 1) await button(page, inEnglish('scenes.next')).click();
      }
    });

    describe('meets nothing that axe finds', () => {
      it.each([
        ['in the light', {}],
        ['in the dark', { colorScheme: 'dark' }],
        ['on a phone', phone],
        ['on a phone, in Chinese, in the dark', { ...phone, colorScheme: 'dark', hash: 'lang=zh' }],
      ] as const)('%s', async (_, options) => {
        const page = await explorer.open(options);
        await pictureOf(page);
        expect(await axeFindings(page)).toEqual([]);
      });

      it('on its chart', async () => {
        const page = await explorer.open({ hash: 'surface=chart' });
        await page.locator('[role=treeitem][data-id="international-bureau"]').waitFor();
        expect(await axeFindings(page)).toEqual([]);
      });
    });
  },
  { DATA_SET: 'graph-seed/metre-convention' },
);
