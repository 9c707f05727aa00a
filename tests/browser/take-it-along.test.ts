import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import type { Graph } from '../../server/contract/graph.ts';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { openGallery, questionWith } from './gallery.ts';
import { changeContent, closeFile, makeFile, openExport, openFile } from './one-file.ts';
import { clickNode, pictureOf, placesOf } from './picture.ts';
import {
  button,
  dialog,
  expectInPicture,
  expectInspected,
  inChinese,
  inspector,
  notices,
  searchFor,
} from './reader.ts';

/** Bytes that the file of the built-in data set may have. */
const mostBytes = 1_500_000;

describeTask('a reader who takes it all along as one file', (explorer) => {
  let made: Promise<{ browser: Browser; path: string; folder: string }> | undefined;

  /** The file, as it is made of the first picture, once; and a browser to open it with. */
  const file = (): Promise<{ browser: Browser; path: string; folder: string }> =>
    (made ??= make().catch((error: unknown) => {
      // What one task could not make, another may.
      made = undefined;
      throw error;
    }));
  const make = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'one-file-'));
    const page = await explorer.open();
    await pictureOf(page);
    const path = await makeFile(page, folder);
    const browser = page.context().browser();
    if (!browser) throw new Error('the page has no browser');
    return { browser, path, folder };
  };
  afterAll(async () => {
    const { folder } = (await made) ?? {};
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  it('makes a file of less than 1.5 MB, which shows the first picture without a network', async () => {
    const { browser, path } = await file();
    expect((await stat(path)).size).toBeLessThanOrEqual(mostBytes);
    const opened = await openFile(browser, path);
    const { page } = opened;
    expect((await pictureOf(page)).length).toBeGreaterThanOrEqual(20);
    expect(await page.title()).toBe('金华市律师协会党委先进事迹');
    await page.getByText(/单个文件/).waitFor();
    expect(await button(page, inChinese('workbench.open')).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await closeFile(opened);
  });

  it.each([
    ['Chinese', '律师协会', /金华市律师协会党委/],
    ['pinyin', 'lvshi', /律师事务所/],
    ['initials', 'lsxhdw', /金华市律师协会党委/],
    ['English', 'legal aid', /法律援助/],
  ])('finds a body in it by %s', async (_way, text, name) => {
    const { browser, path } = await file();
    const opened = await openFile(browser, path);
    await searchFor(opened.page, text);
    await opened.page.getByRole('option', { name }).first().waitFor();
    await closeFile(opened);
  });

  it('reads the evidence in it, with quote and address, and opens a body that was not in the picture', async () => {
    const { browser, path } = await file();
    const opened = await openFile(browser, path);
    const { page } = opened;
    await clickNode(page, 'party-branches');
    await expectInspected(page, '律师事务所党支部');
    await inspector(page).locator('q').first().waitFor();
    const link = inspector(page).getByRole('button', { name: inChinese('inspector.at', { address: '' }) });
    await link.first().click();
    await page.locator('.reading').getByRole('tree').waitFor();
    await searchFor(page, '法律援助中心');
    await page.getByRole('option', { name: /^法律援助中心/ }).click();
    await expectInspected(page, '法律援助中心');
    await expectInPicture(page, 'legal-aid-centre');
    await closeFile(opened);
  });

  it('expands in it, lays it out anew in a worker, and finds a path', async () => {
    const { browser, path } = await file();
    const opened = await openFile(browser, path);
    const { page } = opened;
    const before = await placesOf(page);
    await clickNode(page, 'party-branches');
    await button(inspector(page), inChinese('inspector.expand')).click();
    await expect.poll(async () => (await placesOf(page)).size).toBeGreaterThan(before.size);
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    await expect.poll(async () => (await placesOf(page)).get('lawyers')).not.toEqual(before.get('lawyers'));
    expect(await notices(page).count()).toBe(0);
    await clickNode(page, 'lawyers');
    await button(inspector(page), inChinese('inspector.pathFrom')).click();
    await clickNode(page, 'five-services');
    await inspector(page).locator('.steps > li').first().waitFor();
    await closeFile(opened);
  });

  it('asks the questions in it as they stand, and is told where that takes a server', async () => {
    const { browser, path } = await file();
    const opened = await openFile(browser, path);
    const { page } = opened;
    await pictureOf(page);
    const gallery = await openGallery(page);
    await gallery.getByText(inChinese('question.onlyAsIs')).waitFor();
    // Its blank is a word here.
    const question = questionWith(gallery, '金华市律师协会党委下面有哪些组织和人员');
    await button(question, inChinese('question.ask')).click();
    await expect.poll(() => dialog(page).count()).toBe(0);
    await expect.poll(() => page.url()).toContain('question-');
    expect(await notices(page).count()).toBe(0);
    await closeFile(opened);
    const other = await openFile(browser, path, {
      hash: `q=${encodeURIComponent('query=question-below&body=lawyers')}`,
    });
    await other.page.getByText(inChinese('error.needs-server')).waitFor();
    await closeFile(other);
  });

  it('switches the language in it, in the dark, on a phone', async () => {
    const { browser, path } = await file();
    const opened = await openFile(browser, path, { ...phone, colorScheme: 'dark' });
    const { page } = opened;
    await pictureOf(page);
    await page.locator('.language').tap();
    await page.getByText(/One file/).waitFor({ state: 'attached' });
    expect(await axeFindings(page)).toEqual([]);
    await closeFile(opened);
  });

  it('walks the story in it, scene by scene, and each has its picture', async () => {
    const { browser, path } = await file();
    const opened = await openFile(browser, path);
    const { page } = opened;
    await pictureOf(page);
    await button(page.locator('.header'), inChinese('scenes.open')).click();
    const scenes = page.locator('.scene-list').first().getByRole('listitem');
    await scenes.first().getByRole('button').first().click();
    const bar = page.locator('.scene-bar');
    await bar.waitFor();
    const next = button(bar, inChinese('scenes.next'));
    const total = await scenes.count();
    expect(total).toBeGreaterThanOrEqual(8);
    for (let n = 1; n <= total; n++) {
      await page.getByRole('region', { name: inChinese('scenes.place', { n, total }) }).waitFor();
      expect((await pictureOf(page)).length).toBeGreaterThan(0);
      expect(await bar.locator('.scene-problem').count()).toBe(0);
      expect(await notices(page).count()).toBe(0);
      if (n < total) await next.click();
    }
    await closeFile(opened);
  });

  it('looks at the organisation chart in it', async () => {
    const { browser, path } = await file();
    const opened = await openFile(browser, path);
    const { page } = opened;
    await pictureOf(page);
    await button(page, inChinese('view.chart')).click();
    await expect.poll(() => page.getByRole('treeitem').count()).toBe(14);
    expect(await axeFindings(page)).toEqual([]);
    await closeFile(opened);
  });

  it('finds the scenes in it that it has saved before', async () => {
    const { browser, folder } = await file();
    const page = await explorer.open();
    await pictureOf(page);
    await button(page.locator('.header'), inChinese('scenes.open')).click();
    await button(page, inChinese('scenes.save')).click();
    await page.getByLabel(inChinese('scenes.field.title')).fill('我的一幕');
    await button(page, inChinese('scenes.keep')).click();
    await page.getByText('我的一幕').first().waitFor();
    await page.locator('.canvas').focus();
    const opened = await openFile(browser, await makeFile(page, folder));
    await pictureOf(opened.page);
    await button(opened.page.locator('.header'), inChinese('scenes.open')).click();
    await opened.page.getByText('我的一幕').first().waitFor();
    await closeFile(opened);
  });

  it('takes the whole graph out of it again as JSON', async () => {
    const { browser, path, folder } = await file();
    const opened = await openFile(browser, path);
    const { page } = opened;
    await pictureOf(page);
    await openExport(page);
    const formats = dialog(page);
    // What takes a server is not offered.
    expect(await formats.getByRole('radio', { name: inChinese('exporting.format.file') }).count()).toBe(0);
    await formats.getByRole('radio', { name: inChinese('exporting.format.json') }).check();
    await formats.getByRole('radio', { name: inChinese('exporting.what.all') }).check();
    const coming = page.waitForEvent('download');
    await button(formats, inChinese('exporting.start')).click();
    const json = join(folder, 'graph.json');
    await (await coming).saveAs(json);
    const graph: Graph = JSON.parse(await readFile(json, 'utf8'));
    expect([graph.nodes.length, graph.relationships.length]).toEqual([263, 703]);
    await closeFile(opened);
  });

  it('has the same made by a command, and is told why where it cannot be', async () => {
    const { browser, folder } = await file();
    const path = join(folder, 'by-command.html');
    const script = ['--import', 'tsx', 'client/one-file/export-file.ts'];
    await promisify(execFile)(process.execPath, [...script, path, explorer.server.url]);
    const opened = await openFile(browser, path);
    expect((await pictureOf(opened.page)).length).toBeGreaterThanOrEqual(20);
    await closeFile(opened);
    const failed = promisify(execFile)(process.execPath, [...script, path, 'http://127.0.0.1:1']);
    await expect(failed).rejects.toThrow('the server cannot be reached');
  });

  it('opens it as it was seen when it was made', async () => {
    const { browser, folder } = await file();
    const page = await explorer.open({ hash: 'sel=party-branches&lang=zh' });
    await expectInspected(page, '律师事务所党支部');
    await button(inspector(page), inChinese('inspector.expand')).click();
    await expect.poll(async () => (await placesOf(page)).size).toBeGreaterThan(44);
    const seen = await placesOf(page);
    const opened = await openFile(browser, await makeFile(page, folder));
    await expectInspected(opened.page, '律师事务所党支部');
    expect(await placesOf(opened.page)).toEqual(seen);
    await closeFile(opened);
  });

  it('is told that it opens without what Cypher of one’s own drew, and does so', async () => {
    const { browser, folder } = await file();
    const query = { query: 'cypher', cypher: 'MATCH (n) RETURN n LIMIT 3', params: '{}', limit: '10' };
    const page = await explorer.open({ hash: `q=${encodeURIComponent(new URLSearchParams(query).toString())}` });
    await expect.poll(async () => (await placesOf(page)).size).toBe(3);
    const path = await makeFile(page, folder);
    await dialog(page).getByText(inChinese('exporting.withoutOwn')).waitFor();
    const opened = await openFile(browser, path);
    expect((await pictureOf(opened.page)).length).toBeGreaterThanOrEqual(20);
    expect(await notices(opened.page).count()).toBe(0);
    await closeFile(opened);
  });

  it('finds a scene in it deleted that it has deleted there before', async () => {
    const { browser, path } = await file();
    const scene = { id: 'own-1', caption: { zh: '', en: '' }, notes: { zh: '', en: '' }, view: '' };
    const brought = await changeContent(path, (content) => ({
      ...content,
      ownScenes: [{ ...scene, title: { zh: '带来的一幕', en: 'Brought' } }],
    }));
    const opened = await openFile(browser, brought);
    const { page } = opened;
    await pictureOf(page);
    await button(page.locator('.header'), inChinese('scenes.open')).click();
    const name = '带来的一幕';
    await page.getByText(name).first().waitFor();
    await button(page, inChinese('scenes.actOn', { act: inChinese('scenes.act.delete'), name })).click();
    await page.getByText(inChinese('scenes.deleted', { name })).waitFor();
    await page.reload();
    await pictureOf(page);
    await button(page.locator('.header'), inChinese('scenes.open')).click();
    await page.getByText(inChinese('scenes.save')).first().waitFor();
    await expect.poll(() => page.getByText(name).count()).toBe(0);
    await closeFile(opened);
  });

  it('keeps it usable where the browser forbids it to store anything', async () => {
    const { browser, path } = await file();
    const opened = await openFile(browser, path, {
      before: () => {
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(globalThis, name, {
            get() {
              throw new DOMException('forbidden', 'SecurityError');
            },
          });
        }
      },
    });
    await clickNode(opened.page, 'lawyers');
    await expectInspected(opened.page, '执业律师');
    await closeFile(opened);
  });

  it('sees names that are HTML as the text that they are', async () => {
    const { browser, path } = await file();
    const name = '</script><!--<script>document.title="\u2028hit"</script><img src=x onerror="document.title=1">';
    const hostile = await changeContent(path, (content) => ({
      ...content,
      graph: {
        ...content.graph,
        nodes: content.graph.nodes.map((node) =>
          node.id === 'lawyers' ? { ...node, properties: { ...node.properties, name } } : node,
        ),
      },
    }));
    const opened = await openFile(browser, hostile, { hash: 'sel=lawyers' });
    await expectInspected(opened.page, name);
    expect(await opened.page.title()).toBe('金华市律师协会党委先进事迹');
    await closeFile(opened);
  });

  it('is told when the file is not whole, wherever it was cut', async () => {
    const { browser, path, folder } = await file();
    const whole = await readFile(path, 'utf8');
    for (const share of [0.2, 0.5, 0.9]) {
      const cut = join(folder, `cut-${share}.html`);
      await writeFile(cut, whole.slice(0, whole.length * share));
      const opened = await openFile(browser, cut);
      await opened.page.getByText('这个文件不完整').waitFor();
      await opened.page.getByText('is not whole').waitFor();
      await closeFile(opened);
    }
  });

  it('is told when what is in the file cannot be read, or is a part of the graph only', async () => {
    const { browser, path, folder } = await file();
    const broken = join(folder, 'broken.html');
    await writeFile(broken, (await readFile(path, 'utf8')).replace('"format":', '"format"'));
    const unread = await openFile(browser, broken);
    await unread.page.getByText(inChinese('error.file-broken')).waitFor();
    await closeFile(unread);
    const part = await changeContent(path, (content) => ({
      ...content,
      graph: { ...content.graph, truncated: true, total: { nodes: 9_000, relationships: 20_000 } },
    }));
    const opened = await openFile(browser, part);
    await notices(opened.page)
      .getByText(/9,000 个节点中的 263 个/)
      .waitFor();
    await closeFile(opened);
  });
});
