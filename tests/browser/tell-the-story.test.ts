import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readScenes } from '../../server/scenes.ts';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { pictureOf, placesOf } from './picture.ts';
import { button, inChinese, inEnglish, inspector, notices } from './reader.ts';
import { expectScene, listScenes, ownNames, saveAs, sceneBar } from './scenes.ts';

const story = await readScenes(fileURLToPath(new URL('../../graph-seed/jinhua-2011', import.meta.url)));
const [first, second, third] = story;
if (!first || !second || !third) throw new Error('the story has too few scenes');

/** What of some nodes is not in sight. */
async function outOfSight(page: Page, ids: readonly string[]): Promise<string[]> {
  const drawn = await pictureOf(page);
  const box = await page.locator('.canvas').boundingBox();
  return ids.filter((id) => {
    const node = drawn.find((other) => other.id === id);
    if (!box || !node?.isShown) return true;
    const { pageX, pageY } = node;
    return pageX < box.x || pageY < box.y || pageX > box.x + box.width || pageY > box.y + box.height;
  });
}

const hash = (page: Page): string => new URL(page.url()).hash;

describeTask('a reader who follows the story', (explorer) => {
  it('opens it from the first page, and goes from scene to scene by mouse: each shows what it is about', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await button(page, inChinese('scenes.entry', { n: story.length })).click();
    await inspector(page).getByText(first.title.zh).click();
    for (const [index, { id, title, caption, focus, positions }] of story.entries()) {
      const nodes = await expectScene(page, title.zh);
      expect([id, nodes.toSorted()]).toEqual([id, Object.keys(positions).toSorted()]);
      expect([id, await outOfSight(page, focus)]).toEqual([id, []]);
      expect(await sceneBar(page).textContent()).toContain(caption.zh);
      expect(await inspector(page).locator('[aria-current=true]').textContent()).toBe(`${index + 1}${title.zh}`);
      expect(await inspector(page).locator('.citation').count()).toBeGreaterThan(0);
      await expect.poll(() => hash(page)).toBe(`#scene=${id}`);
      if (index < story.length - 1) await button(page, inChinese('scenes.next')).click();
    }
    // Beyond the last there is none.
    await expectScene(page, story.at(-1)?.title.zh ?? '');
    expect(await button(page, inChinese('scenes.next')).getAttribute('aria-disabled')).toBe('true');
    await button(page, inChinese('scenes.previous')).click();
    await expectScene(page, story.at(-2)?.title.zh ?? '');
    await button(page, inChinese('history.undo')).click();
    await expectScene(page, story.at(-1)?.title.zh ?? '');
  });

  it('follows the evidence of a scene to its place in the document, and the list stays', async () => {
    const page = await explorer.open({ hash: `scene=${second.id}` });
    await expectScene(page, second.title.zh);
    await listScenes(page);
    await inspector(page).locator('.citation button').first().click();
    const place = page.locator('.reading [data-marks~="sought"] .reading-place');
    await expect.poll(() => place.textContent()).toBe('开头 · 第2句');
    await expect.poll(() => inspector(page).locator('[aria-current=true]').count()).toBe(1);
    await expectScene(page, second.title.zh);
  });

  it('does all of it by keys', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await expect
      .poll(async () => {
        await page.keyboard.press('m');
        return inspector(page)
          .getByRole('heading', { name: inChinese('scenes.title'), exact: true })
          .count();
      })
      .toBe(1);
    const item = inspector(page).getByRole('button', { name: third.title.zh });
    await item.focus();
    await page.keyboard.press('Enter');
    await expectScene(page, third.title.zh);
    await button(page, inChinese('scenes.previous')).focus();
    await page.keyboard.press('Enter');
    await expectScene(page, second.title.zh);
    await page.keyboard.press('Enter');
    await expectScene(page, first.title.zh);
    // At the end the button stays where it is, and so does the focus.
    await page.keyboard.press('Enter');
    await expectScene(page, first.title.zh);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      inChinese('scenes.previous'),
    );
    await page.keyboard.press('m');
    await inspector(page).getByText(inChinese('inspector.nothing')).waitFor();
  });

  it('leaves a scene, whose picture stays', async () => {
    const page = await explorer.open({ hash: `scene=${first.id}` });
    const nodes = await expectScene(page, first.title.zh);
    await button(page, inChinese('scenes.leave')).click();
    await expect.poll(() => sceneBar(page).count()).toBe(0);
    expect((await pictureOf(page)).map(({ id }) => id)).toEqual(nodes);
    await expect.poll(() => hash(page)).not.toContain('scene=');
  });

  it('is told of a scene that there is not, and sees the first picture', async () => {
    const page = await explorer.open({ hash: 'scene=unheard-of' });
    await notices(page)
      .getByText(inChinese('scenes.unknown', { id: 'unheard-of' }))
      .waitFor();
    expect((await pictureOf(page)).length).toBeGreaterThan(20);
    await expect.poll(() => sceneBar(page).count()).toBe(0);
  });

  it('sees one scene move into the next unless motion is unwanted, and ends where it is to be', async () => {
    const page = await explorer.open({ hash: `scene=${first.id}`, reducedMotion: 'no-preference' });
    await expectScene(page, first.title.zh);
    for (const { title, id, positions } of [second, third]) {
      await button(page, inChinese('scenes.next')).click();
      await expectScene(page, title.zh);
      expect(Object.fromEntries(await placesOf(page))).toEqual(positions);
      await expect.poll(() => hash(page)).toBe(`#scene=${id}`);
    }
  });

  it('undoes a scene while it still moves, and finds all where it was', async () => {
    const page = await explorer.open({ hash: `scene=${first.id}`, reducedMotion: 'no-preference' });
    await expectScene(page, first.title.zh);
    for (let turn = 0; turn < 3; turn += 1) {
      await page.evaluate(
        async ([next, undo]) => {
          const [forward, back] = [next, undo].map((name) =>
            document.querySelector<HTMLElement>(`button[aria-label="${name}"]`),
          );
          const cy = document.querySelector('.canvas')?.['_cyreg']?.cy;
          forward?.click();
          while (cy?.animated() === false) await new Promise(requestAnimationFrame);
          back?.click();
        },
        [inChinese('scenes.next'), inChinese('history.undo')],
      );
      await expectScene(page, first.title.zh);
      expect(Object.fromEntries(await placesOf(page))).toEqual(first.positions);
    }
  });

  it('looks at the next scene as it opens, wherever they looked right before', async () => {
    const page = await explorer.open({ hash: `scene=${first.id}` });
    await expectScene(page, first.title.zh);
    await page.evaluate(async (next) => {
      document.querySelector('.canvas')?.['_cyreg']?.cy?.panBy({ x: 40, y: 0 });
      document.querySelector<HTMLElement>(`button[aria-label="${next}"]`)?.click();
      // Until where the reader looked would have been remembered.
      await new Promise((resolve) => setTimeout(resolve, 500));
    }, inChinese('scenes.next'));
    await expectScene(page, second.title.zh);
    await expect.poll(() => hash(page)).toBe(`#scene=${second.id}`);
  });

  it('goes on where a scene cannot be shown: it says so in its place', async () => {
    const broken = { ...second, query: 'unheard-of' };
    const ids = Object.keys(third.positions).filter((id) => id !== 'organisational-coverage');
    const lacking = { ...third, parameters: { ids } };
    const page = await explorer.open({
      expected: /status of 404/,
      before: (opened) => opened.route('**/api/scenes', (route) => route.fulfill({ json: [first, broken, lacking] })),
      hash: `scene=${first.id}`,
    });
    await expectScene(page, first.title.zh);
    await button(page, inChinese('scenes.next')).click();
    const problem = sceneBar(page).getByRole('alert');
    await problem.waitFor();
    expect(await problem.textContent()).toMatch(/^这个场景画不出来：.*其余场景照常。$/);
    expect(await sceneBar(page).getByRole('heading').textContent()).toBe(second.title.zh);
    expect(await axeFindings(page)).toEqual([]);
    await button(page, inChinese('scenes.next')).click();
    await expectScene(page, third.title.zh);
    expect(await problem.textContent()).toBe(inChinese('scenes.gone', { names: '组织全覆盖' }));
    await button(page, inChinese('scenes.previous')).click();
    await button(page, inChinese('scenes.previous')).click();
    expect((await expectScene(page, first.title.zh)).length).toBe(Object.keys(first.positions).length);
  });

  it.each([
    ['in Chinese', `scene=${first.id}`, {}],
    ['in English', `scene=${second.id}&lang=en`, {}],
    ['in the dark', `scene=${third.id}`, { colorScheme: 'dark' }],
    ['on a phone', `scene=${first.id}`, phone],
  ] as const)('%s finds nothing in their way, as axe sees it', async (_where, at, options) => {
    const page = await explorer.open({ hash: at, ...options });
    await sceneBar(page).waitFor();
    await pictureOf(page);
    expect(await axeFindings(page)).toEqual([]);
    await page
      .getByRole('button', { name: new RegExp(`${inChinese('scenes.open')}|${inEnglish('scenes.open')}`) })
      .click();
    await inspector(page).locator('.scene-told').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('on a phone sees what each scene is about, and its words', async () => {
    const page = await explorer.open({ hash: `scene=${first.id}`, ...phone });
    for (const { id, title, focus } of story) {
      await expectScene(page, title.zh);
      const [middle = ''] = focus;
      expect([id, await outOfSight(page, [middle])]).toEqual([id, []]);
      const next = button(page, inChinese('scenes.next'));
      if ((await next.getAttribute('aria-disabled')) === 'false') await next.tap();
    }
    await button(page, inChinese('scenes.open')).tap();
    await inspector(page).getByRole('button', { name: second.title.zh }).tap();
    await expectScene(page, second.title.zh);
    await expect.poll(() => inspector(page).isVisible()).toBe(false);
  });
});

describeTask('a reader who puts together a story of their own', (explorer) => {
  it('saves what is on the picture as scenes, moves, changes and deletes them, and has one back', async () => {
    const page = await explorer.open({ hash: 's=hide~law-firms' });
    await listScenes(page);
    await saveAs(page, '没有律所', '少了律师事务所。');
    await button(page, inChinese('scenes.save')).click();
    await page.keyboard.press('Escape');
    await inspector(page).getByRole('button', { name: first.title.zh }).click();
    await expectScene(page, first.title.zh);
    await saveAs(page, '开场');
    expect(await ownNames(page)).toEqual(['1没有律所', '2开场']);
    expect(await axeFindings(page)).toEqual([]);

    const own = page.getByRole('region', { name: inChinese('scenes.own') });
    await own.getByRole('button', { name: '没有律所', exact: false }).first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => ownNames(page)).toEqual(['1开场', '2没有律所']);
    // Whoever moves it by keys goes on with the same one.
    await page.keyboard.press('Enter');
    const nodes = await expectScene(page, '没有律所');
    expect(nodes).not.toContain('law-firms');
    expect(await sceneBar(page).textContent()).toContain('少了律师事务所。');

    const act = (name: 'up' | 'down' | 'edit' | 'delete', scene: string) =>
      button(page, inChinese('scenes.actOn', { act: inChinese(`scenes.act.${name}`), name: scene }));
    await act('edit', '开场').click();
    await page.keyboard.press('Escape');
    await expect.poll(() => act('edit', '开场').evaluate((edit) => edit === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel(inChinese('scenes.field.title')).fill('引子');
    await page.keyboard.press('Enter');
    await expect.poll(() => ownNames(page)).toEqual(['1引子', '2没有律所']);
    await act('up', '没有律所').click();
    await expect.poll(() => ownNames(page)).toEqual(['1没有律所', '2引子']);
    await act('delete', '没有律所').click();
    await expect.poll(() => ownNames(page)).toEqual(['1引子']);
    await own.getByRole('button', { name: inChinese('history.undo') }).click();
    await expect.poll(() => ownNames(page)).toEqual(['1没有律所', '2引子']);

    await page.reload();
    await listScenes(page);
    await expect.poll(() => ownNames(page)).toEqual(['1没有律所', '2引子']);
  });

  it('sees all of a scene at its best, be it of the same picture as the one before', async () => {
    const page = await explorer.open();
    const list = await listScenes(page);
    const scenes = [
      ['全部', 's=hide~law-firms'],
      ['一个', 's=keep~joint-branches'],
    ].map(([title, view]) => ({
      id: 'own-1',
      title: { zh: title, en: title },
      caption: { zh: '', en: '' },
      notes: { zh: '', en: '' },
      view,
    }));
    const file = { format: 'document-graph-explorer scenes', version: 1, dataSet: 'jinhua-2011', scenes };
    const buffer = Buffer.from(JSON.stringify(file));
    await list.locator('input[type=file]').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer });
    const own = page.getByRole('region', { name: inChinese('scenes.own') });
    await own.getByText('全部').click();
    await expectScene(page, '全部');
    await own.getByText('一个').click();
    expect(await expectScene(page, '一个')).toEqual(['joint-branches']);
    const { x = 0, width = 0 } = (await page.locator('.canvas').boundingBox()) ?? {};
    const fromMiddle = async (): Promise<number> => {
      const [node] = await pictureOf(page);
      return Math.abs((node?.pageX ?? 0) - x - width / 2);
    };
    await expect.poll(fromMiddle).toBeLessThan(5);
  });

  it('starts from the story, and takes it along as a file to another browser', async () => {
    const page = await explorer.open();
    const list = await listScenes(page);
    await button(list, inChinese('scenes.copyStory')).click();
    await expect.poll(async () => (await ownNames(page)).length).toBe(story.length);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(list, inChinese('scenes.export')).click(),
    ]);
    expect(download.suggestedFilename()).toBe('jinhua-2011.scenes.json');
    const content = await readFile(await download.path());

    const other = await explorer.open();
    const theirs = await listScenes(other);
    const input = theirs.locator('input[type=file]');
    await input.setInputFiles({ name: 'photo.json', mimeType: 'application/json', buffer: Buffer.from('[1]') });
    await theirs.getByText(inChinese('scenes.unreadable')).waitFor();
    await input.setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: content });
    await expect.poll(async () => (await ownNames(other)).length).toBe(story.length);
    await theirs
      .getByRole('region', { name: inChinese('scenes.own') })
      .getByText(third.title.zh)
      .click();
    const nodes = await expectScene(other, third.title.zh);
    expect(nodes.toSorted()).toEqual(Object.keys(third.positions).toSorted());
  });
});
