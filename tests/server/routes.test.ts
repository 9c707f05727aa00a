import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Answer } from '../../server/contract/answer.ts';
import { Ontology } from '../../server/contract/data-set/ontology.ts';
import { Health } from '../../server/contract/health.ts';
import { QueryInfo } from '../../server/contract/query.ts';
import { queriesFor } from '../../server/queries/catalogue.ts';
import type { RunningApp } from './running-app.ts';
import { startApp, statusForHost } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.stop();
});

const query = async (path: string): Promise<Answer> =>
  Answer.parse(await (await app.get(`/api/queries/${path}`)).json());

describe('GET /api/health', () => {
  it('says which engine answers, and how much there is', async () => {
    const response = await app.get('/api/health');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { batch, store } = app.loaded;
    expect(Health.parse(await response.json())).toEqual({
      status: 'ok',
      engine: store.engine,
      dataSet: 'jinhua-2011',
      nodes: batch.nodes.length,
      relationships: batch.relationships.length,
      cypherConsole: true,
      signIn: 'not-needed',
    });
  });
});

describe('GET /api/ontology', () => {
  it('is how the data set is named and drawn', async () => {
    expect(Ontology.parse(await (await app.get('/api/ontology')).json())).toEqual(app.loaded.ontology);
  });
});

describe('GET /api/queries', () => {
  it('lists the catalogue with a JSON Schema for each query', async () => {
    const infos = z.array(QueryInfo).parse(await (await app.get('/api/queries')).json());
    expect(infos.map(({ name }) => name)).toEqual(queriesFor(app.loaded.ontology).map(({ name }) => name));
    const neighbours = infos.find(({ name }) => name === 'neighbours');
    expect(neighbours?.parameters).toMatchObject({
      type: 'object',
      required: ['ids'],
      additionalProperties: false,
      properties: { limit: { type: 'integer', default: 25 }, direction: { enum: ['in', 'out', 'both'] } },
    });
    expect(infos.filter(({ cypher }) => cypher.includes('{{'))).toEqual([]);
  });
});

describe('GET /api/queries/:name', () => {
  it('answers as the catalogue does', async () => {
    const { graph, table } = await query('overview');
    expect(graph.nodes.length).toBeGreaterThan(20);
    expect(table.columns).toEqual(['node', 'relationships']);
  });

  it('takes lists joined by commas or given repeatedly, and numbers', async () => {
    const joined = await query('neighbours?ids=party-branches,lawyers&limit=2');
    const repeated = await query('neighbours?ids=party-branches&ids=lawyers&limit=2');
    expect(joined.table).toEqual(repeated.table);
    expect(joined.table.rows).toHaveLength(2);
    expect((await query('neighbours?ids=party-branches,lawyers&limit=2e0')).table).toEqual(joined.table);
  });

  it('takes an empty list for none', async () => {
    const path = 'paths?from=jinhua-lawyers-association&to=passage-title';
    expect((await query(path)).table.rows).toHaveLength(0);
    expect((await query(`${path}&avoid=`)).table.rows).toHaveLength(1);
  });

  it('takes Chinese', async () => {
    expect((await query(`search?text=${encodeURIComponent('律师协会')}`)).table.rows[0]?.[1]).toBe('exact');
  });

  it('sends nothing again that the caller has', async () => {
    const first = await app.get('/api/queries/overview');
    const tag = first.headers.get('etag');
    expect(tag).toMatch(/^W\/".+"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    // Without the second header fetch would ask for a fresh answer.
    const asked = { 'if-none-match': String(tag), 'cache-control': 'max-age=0' };
    const second = await app.get('/api/queries/overview', asked);
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    const other = await app.get('/api/queries/overview?depth=2', asked);
    expect(other.status).toBe(200);
  });

  it('tells how long the answer of a typed query is, but for one that it compresses', async () => {
    const [small, large] = [
      await app.post('/api/cypher', { query: 'RETURN 1 AS one' }),
      await app.post('/api/cypher', { query: "UNWIND range(1, 500) AS x RETURN x, '律师' AS text" }),
    ];
    const bytes = (await small.arrayBuffer()).byteLength;
    expect(small.headers.get('content-length')).toBe(String(bytes));
    expect([large.headers.get('content-encoding'), large.headers.get('content-length')]).toEqual(['gzip', null]);
    expect((await large.json()).table.rows).toHaveLength(500);
  });

  it('compresses large answers for those who take them so', async () => {
    const path = '/api/queries/overview?depth=2';
    for (const [accepted, encoding] of [
      ['gzip', 'gzip'],
      ['deflate', 'deflate'],
      ['identity', null],
      ['identity;q=1, gzip;q=0', null],
    ]) {
      const response = await app.get(path, { 'accept-encoding': String(accepted) });
      expect([accepted, response.headers.get('content-encoding')]).toEqual([accepted, encoding]);
      // Else what is kept for one of them would be given to another.
      expect(response.headers.get('vary')).toBe('Accept-Encoding');
      Answer.parse(await response.json());
    }
  });
});

describe('POST /api/cypher', () => {
  it('answers what somebody typed', async () => {
    const text = 'MATCH (n:Entity {id: $id}) RETURN n, n.name AS name';
    const response = await app.post('/api/cypher', { query: text, params: { id: 'jinhua-lawyers-association' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { graph, table } = Answer.parse(await response.json());
    expect(table).toEqual({
      columns: ['n', 'name'],
      rows: [[{ $node: 'jinhua-lawyers-association' }, '金华市律师协会']],
    });
    expect(graph.nodes).toHaveLength(1);
  });

  it('cuts at the limit and says so', async () => {
    const response = await app.post('/api/cypher', { query: 'MATCH (n:Entity) RETURN n.id AS id', limit: 5 });
    const { table, truncated } = Answer.parse(await response.json());
    expect(table.rows).toHaveLength(5);
    expect(truncated).toBe(true);
  });
});

describe('the headers', () => {
  it('let nothing in from elsewhere into a page, and ask for no https that is not there', async () => {
    const { headers } = await app.get('/');
    const policy = Object.fromEntries(
      String(headers.get('content-security-policy'))
        .split(';')
        .map((directive) => directive.split(' '))
        .map(([name, ...sources]) => [name, sources.join(' ')]),
    );
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data: blob:",
      'worker-src': "'self' blob:",
      'connect-src': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(policy).not.toHaveProperty('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('let what is no page be taken for none, and be read by no other page', async () => {
    for (const path of ['/api/health', '/API/health', '/api/nothing', '/api/data-sets/docs', '/api/docsx']) {
      const { headers } = await app.get(path);
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        "default-src 'none';frame-ancestors 'none'",
      ]);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it.each(['/api/docs/', '/API/docs/', '/api/docs/start.js', '/api/data-sets/jinhua-2011/docs/'])(
    'let %s, which is a page, load its own files',
    async (path) => {
      const policy = (await app.get(path)).headers.get('content-security-policy');
      expect(policy).toContain("script-src 'self'");
    },
  );
});

/** Who may show a page in a frame, as both headers say it. */
async function framing(of: Pick<typeof app, 'get'>, path: string): Promise<unknown[]> {
  const { headers } = await of.get(path);
  const [, ancestors] = /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '') ?? [];
  return [ancestors, headers.get('x-frame-options')];
}

describe('a page that shows the explorer in a frame', () => {
  it('may be any page, unless the settings name some, and only where the explorer is made for it', async () => {
    const over = (origins: string) => app.another({ environment: { EMBED_ORIGINS: origins } });
    const named = await over('https://example.org, http://intranet:8080');
    const closed = await over('none');
    expect(await framing(app, '/?embed=1')).toEqual(['*', null]);
    expect(await framing(named, '/?embed=1')).toEqual(['https://example.org http://intranet:8080', null]);
    expect(await framing(closed, '/api/health?embed=1')).toEqual(["'none'", null]);
    for (const path of ['/?embed=1', '/']) {
      expect(await framing(closed, path)).toEqual(["'none'", 'DENY']);
    }
    expect(await framing(app, '/api/health?embed=1')).toEqual(["'none'", null]);
    for (const path of ['/', '/?embed=0', '/?embed=1&presenter=0']) {
      expect(await framing(app, path)).toEqual(["'none'", 'DENY']);
    }
  });
});

describe('the host name of a request', () => {
  it('is this machine, or one that is configured', async () => {
    const named = await app.another({ environment: { ALLOWED_HOSTS: 'graph.example.org' } });
    const configured = await app.another({ environment: { HOST: '0.0.0.0', ALLOWED_HOSTS: 'graph.example.org' } });
    expect(await statuses(app.url, ['localhost:1234', '127.0.0.1', '127.0.0.2:4300', '[::1]:4300', '[::1]'])).toEqual(
      Array.from({ length: 5 }, () => 200),
    );
    const foreign = ['rebound.example.org', 'localhost.example.org', '127.0.0.1.example.org', '10.9.8.7', '[::2]'];
    expect(await statuses(app.url, foreign)).toEqual(foreign.map(() => 421));
    expect(await statuses(named.url, ['graph.example.org:80', 'rebound.example.org'])).toEqual([200, 421]);
    expect(await statuses(configured.url, ['graph.example.org', 'any.example.org'])).toEqual([200, 421]);
  });

  it('may be any off loopback, where nobody can type a query; where somebody can, only this machine by its own', async () => {
    const open = await app.another({ environment: { HOST: '0.0.0.0' } });
    expect(await statuses(open.url, ['any.example.org', '10.9.8.7'])).toEqual([200, 200]);
    const typing = await app.another({ environment: { HOST: '0.0.0.0', CYPHER_CONSOLE: 'on' } });
    const own = Object.values(networkInterfaces()).flatMap((list) => list?.map(({ address }) => address) ?? []);
    const names = [
      hostname(),
      ...own.map((address) => (address.includes(':') ? `[${address}]` : address)),
      'localhost',
    ];
    expect(await statuses(typing.url, names)).toEqual(names.map(() => 200));
    expect(await statuses(typing.url, ['rebound.example.org', '10.9.8.7'])).toEqual([421, 421]);
  });

  it.each(['127.0.0.2', '::1'])('is answered where the server listens on %s', async (host) => {
    const other = await app.another({ environment: { HOST: host }, host });
    expect((await other.get('/api/health')).status).toBe(200);
    expect(await statusForHost(other.url, 'rebound.example.org')).toBe(421);
  });
});

describe('the page', () => {
  it('is sent fresh, and its hashed files for good', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'page-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>page</title>');
    await writeFile(join(folder, 'assets/main-abc123.js'), 'export {};');
    const withPage = await app.another({ pageFolder: folder });
    const page = await withPage.get('/?q=overview');
    expect(await page.text()).toContain('<title>page</title>');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = await withPage.get('/assets/main-abc123.js');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await withPage.get('/api/health')).status).toBe(200);
    expect((await withPage.get('/../package.json')).status).toBe(404);
    await rm(folder, { recursive: true });
  });

  it('is not needed for the API', async () => {
    expect((await app.get('/')).status).toBe(404);
    expect((await app.get('/api/health')).status).toBe(200);
  });
});

function statuses(url: string, hosts: string[]): Promise<(number | undefined)[]> {
  return Promise.all(hosts.map((host) => statusForHost(url, host)));
}
