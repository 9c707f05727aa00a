import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../server/contract/problem.ts';
import { DataSets } from '../../server/data-sets.ts';
import type { RunningApp, Served } from './running-app.ts';
import { startAppOver } from './running-app.ts';
import { loadDataSets, type SeveralDataSets } from './several-data-sets.ts';

const html = `<link rel="preload" href="/api/ontology" /><link href="/assets/page.css" /><script src="/assets/page.js">`;

let pageFolder: string;
let several: SeveralDataSets;
let app: RunningApp<Served>;
beforeAll(async () => {
  pageFolder = await mkdtemp(join(tmpdir(), 'page-'));
  await writeFile(join(pageFolder, 'index.html'), html);
  several = await loadDataSets('alpha', ['beta', '第二 "份"']);
  const dataSets = new DataSets(several.first, several.others);
  app = await startAppOver({ ...several.first, dataSets, close: () => dataSets.close() }, { pageFolder });
});
afterAll(async () => {
  await app.stop();
  await several.remove();
  await rm(pageFolder, { recursive: true, force: true });
});

async function redirect(path: string): Promise<[number, string | null]> {
  const { status, headers } = await app.get(path);
  return [status, headers.get('location')];
}

/** Whose pages may show this one in a frame. */
async function ancestors(path: string): Promise<string | undefined> {
  const policy = (await app.get(path)).headers.get('content-security-policy') ?? '';
  return /frame-ancestors ([^;]*)/.exec(policy)?.[1];
}

describe('the page of a data set', () => {
  it('is the page of the first one at its root, and of another below its name, which asks for data of its own', async () => {
    expect(await (await app.get('/')).text()).toBe(html);
    const page = await app.get('/data/beta/');
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toBe(html.replace('/api/', '/api/data-sets/beta/'));
  });

  it('has an address whatever the folder is called', async () => {
    const name = encodeURIComponent('第二 "份"');
    const page = await app.get(`/data/${name}/`);
    expect([page.status, await page.text()]).toEqual([200, html.replace('/api/', `/api/data-sets/${name}/`)]);
    expect((await app.get(`/api/data-sets/${name}/ontology`)).status).toBe(200);
  });

  it('is found without the slash at its end, and the first one at the root, with what stands behind ?', async () => {
    expect(await redirect('/data/beta?embed=1')).toEqual([301, 'beta/?embed=1']);
    expect(await redirect('/data/alpha/?embed=1')).toEqual([302, '/?embed=1']);
    expect(await redirect('/data/alpha/')).toEqual([302, '/']);
    // No other site can be named.
    expect(await redirect('/data/%2Fexample.org')).toEqual([301, '%2Fexample.org/']);
  });

  it('may be shown in a frame like that of the first one, and only so', async () => {
    expect(await ancestors('/data/beta/?embed=1')).toBe('*');
    expect(await ancestors('/data/beta/')).toBe("'none'");
    expect(await ancestors('/data/beta/?embed=1&presenter=x')).toBe("'none'");
    expect(await ancestors('/api/data-sets/beta/ontology?embed=1')).toBe("'none'");
  });

  it('is there for a wrong name, too, to say which there are, and is not taken for a right one', async () => {
    const page = await app.get('/data/nobody/');
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('/api/data-sets/nobody/');
    const nothing = await app.get('/data/beta/nothing');
    expect(Problem.parse(await nothing.json()).code).toBe('not-found');
    expect((await app.post('/data/beta/', {})).status).toBe(405);
  });
});
