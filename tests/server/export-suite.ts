import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Notice } from '../../server/contract/answer.ts';
import { Node, Relationship } from '../../server/contract/graph.ts';
import { Json } from '../../server/contract/json.ts';
import { Problem } from '../../server/contract/problem.ts';
import { parseCsv } from './parse-csv.ts';
import type { RunningApp } from './running-app.ts';

const Line = z.union([
  z.strictObject({ columns: z.array(z.string()) }),
  z.strictObject({ row: z.array(Json), nodes: z.array(Node), relationships: z.array(Relationship) }),
  z.strictObject({
    summary: z.strictObject({ rows: z.int(), truncated: z.boolean(), ms: z.number(), notices: z.array(Notice) }),
  }),
  z.strictObject({ problem: Problem }),
]);
type Line = z.infer<typeof Line>;

const many = (count: number) => `UNWIND range(1, ${count}) AS x RETURN x, 'row ' + toString(x) AS text`;

/** What an export is, whichever engine answers. */
export function describeExport(name: string, start: () => Promise<RunningApp>): void {
  describe(`an answer of ${name} as a file`, () => {
    let app: RunningApp;
    beforeAll(async () => {
      app = await start();
    });
    afterAll(async () => {
      await app.stop();
    });
    const ask = (body: Record<string, Json>) => app.post('/api/cypher/export', body);
    const text = async (body: Record<string, Json>) => (await ask(body)).text();

    it('is named, and of its media type', async () => {
      for (const [format, mediaType] of [
        ['ndjson', 'application/x-ndjson'],
        ['csv', 'text/csv; charset=utf-8'],
        ['json', 'application/json; charset=utf-8'],
      ] as const) {
        const response = await ask({ query: 'RETURN 1 AS one', format });
        expect(response.headers.get('content-type')).toBe(mediaType);
        expect(response.headers.get('content-disposition')).toBe(`attachment; filename="answer.${format}"`);
        expect(response.headers.get('cache-control')).toBe('no-store');
        await response.text();
      }
    });

    it('is, as NDJSON, its columns, its rows and a summary', async () => {
      const lines = linesOf(await text({ query: many(3_000) }));
      expect(lines).toHaveLength(3_002);
      expect(lines[0]).toEqual({ columns: ['x', 'text'] });
      expect(lines[3_000]).toEqual({ row: [3_000, 'row 3000'], nodes: [], relationships: [] });
      expect(lines.at(-1)).toMatchObject({ summary: { rows: 3_000, truncated: false } });
    });

    it('tells, as NDJSON, each node and relationship once, so that the graph can be put together', async () => {
      const query = 'MATCH (a:Entity)-[r]->(b:Entity) RETURN a, r, b ORDER BY r.id LIMIT 200';
      const rows = linesOf(await text({ query })).flatMap((line) => ('row' in line ? [line] : []));
      const response = await app.post('/api/cypher', { query });
      const answer: { graph: { nodes: Node[]; relationships: Relationship[] }; table: { rows: Json[][] } } =
        await response.json();
      expect(rows.map(({ row }) => row)).toEqual(answer.table.rows);
      expect(byId(rows.flatMap(({ nodes }) => nodes))).toEqual(byId(answer.graph.nodes));
      expect(byId(rows.flatMap(({ relationships }) => relationships))).toEqual(byId(answer.graph.relationships));
    });

    it('says, as NDJSON, that its limit has cut it', async () => {
      const lines = linesOf(await text({ query: many(3_000), limit: 1_000 }));
      expect(lines.at(-1)).toMatchObject({ summary: { rows: 1_000, truncated: true } });
    });

    it.each([
      [3_000, 1_000, { rows: 1_000, truncated: true }],
      [1_000, 1_000, { rows: 1_000, truncated: false }],
      [0, 5, { rows: 0, truncated: false }],
    ])('says, as JSON that is to have a summary, whether its limit has cut it', async (count, limit, summary) => {
      const json = await text({ query: many(count), limit, format: 'json', summary: true });
      const { rows, summary: found, ...more }: Record<string, Json> = JSON.parse(json);
      expect(more).toEqual({});
      expect(found).toEqual({ ...summary, ms: expect.any(Number), notices: [] });
      expect(rows).toHaveLength(summary.rows);
    });

    it('is, as CSV, a line of names and a line for each row', async () => {
      const query = `UNWIND [['a,b', 1.5, true, null], ['"q"', -2, false, ''], ['律师\\n协会', 0, true, 'x']] AS r
        RETURN r[0] AS \`text, quoted\`, r[1] AS number, r[2] AS flag, r[3] AS gap`;
      const csv = await text({ query, format: 'csv' });
      expect(csv).toContain('\r\n');
      expect(parseCsv(csv)).toEqual([
        ['text, quoted', 'number', 'flag', 'gap'],
        ['a,b', '1.5', 'true', ''],
        ['"q"', '-2', 'false', ''],
        ['律师\n协会', '0', 'true', 'x'],
      ]);
    });

    it('has, as CSV, nodes, paths, lists and maps as JSON', async () => {
      const query =
        "MATCH p = (n:Entity {id: 'association-party-committee'})-[r]->(m) RETURN p, n, r, [1, 'a'] AS list, {m: m.id} AS map ORDER BY r.id LIMIT 1";
      const [, [path = '', node = '', relationship = '', list, map = ''] = []] = parseCsv(
        await text({ query, format: 'csv' }),
      );
      expect(Node.parse(JSON.parse(node)).id).toBe('association-party-committee');
      const { start: from, end } = Relationship.parse(JSON.parse(relationship));
      expect(from).toBe('association-party-committee');
      expect(z.tuple([Node, Relationship, Node]).parse(JSON.parse(path))[2].id).toBe(end);
      expect(list).toBe('[1,"a"]');
      expect(JSON.parse(map)).toEqual({ m: end });
    });

    it('runs no formula in a spreadsheet, unless it is asked to leave texts as they are', async () => {
      const query = `UNWIND ['=1+1', '+1', '-1', '@x', '＝1', 'x=1', '－1'] AS text RETURN text, -1.5 AS number`;
      const texts = async (options: Record<string, Json>) =>
        parseCsv(await text({ query, format: 'csv', ...options })).slice(1);
      expect((await texts({})).map(([first]) => first)).toEqual(["'=1+1", "'+1", "'-1", "'@x", "'＝1", 'x=1', "'－1"]);
      expect((await texts({})).map(([, number]) => number)).toEqual(Array.from({ length: 7 }, () => '-1.5'));
      expect((await texts({ escapeFormulas: false }))[0]).toEqual(['=1+1', '-1.5']);
    });

    it('runs no formula in a spreadsheet that stands behind a line feed, or behind a semicolon that parts fields', async () => {
      const query = "UNWIND ['\\n=1+1', 'x;=1+1', 'x'] AS text RETURN text, 1 AS `y;=1+1`";
      const csv = await text({ query, format: 'csv' });
      expect(csv).toBe('"text","y;=1+1"\r\n"\'\n=1+1",1\r\n"x;=1+1",1\r\n"x",1\r\n');
      const plain = await text({ query, format: 'csv', escapeFormulas: false });
      expect(plain).toBe('text,y;=1+1\r\n"\n=1+1",1\r\nx;=1+1,1\r\nx,1\r\n');
    });

    it('begins with a byte order mark where that is asked for', async () => {
      const body = { query: "RETURN '律' AS x", format: 'csv' };
      const [marked, plain] = [
        await (await ask({ ...body, bom: true })).arrayBuffer(),
        await (await ask(body)).arrayBuffer(),
      ];
      expect(Buffer.from(marked).toString('hex')).toBe(`efbbbf${Buffer.from(plain).toString('hex')}`);
    });

    it('loses no row that holds nothing', async () => {
      const csv = await text({ query: "UNWIND [null, '', 'x'] AS v RETURN v", format: 'csv' });
      expect(parseCsv(csv)).toEqual([['v'], [''], [''], ['x']]);
    });

    it('is, as JSON, a list of records with whole nodes, whatever their columns are called', async () => {
      const query = "MATCH (n:Entity {id: 'lawyers'}) RETURN n, 1 AS `__proto__`, 2 AS `1`, 'x' AS `a\"b`";
      const json = await text({ query, format: 'json' });
      const node: Json = { id: 'lawyers', labels: expect.any(Array), properties: expect.any(Object) };
      expect(JSON.parse(json)).toEqual([{ n: node, ['__proto__']: 1, 1: 2, 'a"b': 'x' }]);
      expect(json.indexOf('__proto__')).toBeLessThan(json.indexOf('"1"'));
      expect(JSON.parse(await text({ query: many(1_234), format: 'json' }))).toHaveLength(1_234);
      expect(JSON.parse(await text({ query: 'MATCH (n:Nothing) RETURN n', format: 'json' }))).toEqual([]);
    });

    it.each(['ndjson', 'csv', 'json'])(
      'of the format %s is a problem like any when the query is wrong',
      async (format) => {
        const response = await ask({ query: 'MATCH (n:Entity)\nRETRUN n', format });
        expect(response.status).toBe(400);
        expect(Problem.parse(await response.json())).toMatchObject({ code: 'cypher-syntax', position: { line: 2 } });
        const write = await ask({ query: 'CREATE (n) RETURN n', format });
        expect([write.status, Problem.parse(await write.json()).code]).toEqual([403, 'cypher-write']);
      },
    );

    it('is refused when its request is none', async () => {
      const bodies: Record<string, Json>[] = [
        {},
        { query: 'RETURN 1', limit: 2_000_000 },
        { query: 'RETURN 1', format: 'xlsx' },
      ];
      for (const body of bodies) {
        const response = await ask(body);
        expect([response.status, Problem.parse(await response.json()).code]).toEqual([400, 'invalid-body']);
      }
    });

    it('ends with the problem, as NDJSON, when it meets a limit after its first row', async () => {
      const small = await app.another({ environment: { EXPORT_MAX_BYTES: '20000' } });
      const response = await small.post('/api/cypher/export', { query: many(50_000) });
      const lines = linesOf(await response.text());
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.at(-1)).toMatchObject({ problem: { code: 'byte-limit', status: 413, values: { bytes: '20000' } } });
    });

    it.each(['csv', 'json'])('is broken off, as %s, when it meets a limit after its first row', async (format) => {
      const small = await app.another({ environment: { EXPORT_MAX_BYTES: '20000' } });
      const response = await small.post('/api/cypher/export', { query: many(50_000), format });
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow(/terminated/);
    });

    it('is stopped at its time even when nobody reads it, and leaves room for the next', async () => {
      const hasty = await app.another({ environment: { EXPORT_TIMEOUT_MS: '3000' } });
      // More than lies between the server and a caller who does not read, as long as it is not made smaller.
      const query = `UNWIND range(1, 200000) AS x RETURN x, '${'wide'.repeat(100)}' AS text`;
      const headers = { 'accept-encoding': 'identity' };
      const unread = await hasty.post('/api/cypher/export', { query, format: 'csv' }, headers);
      expect(unread.status).toBe(200);
      await expect.poll(async () => (await hasty.get('/api/cypher/queue')).json()).toMatchObject({ running: 1 });
      await expect.poll(async () => (await hasty.get('/api/cypher/queue')).json()).toMatchObject({ running: 0 });
      const end = unread.arrayBuffer().then(
        ({ byteLength }) => `${byteLength} bytes`,
        () => 'broken off',
      );
      expect(await end).toBe('broken off');
      expect((await app.post('/api/cypher', { query: 'RETURN 1 AS one' })).status).toBe(200);
    });
  });
}

function linesOf(ndjson: string): Line[] {
  expect(ndjson.endsWith('\n')).toBe(true);
  return ndjson
    .trimEnd()
    .split('\n')
    .map((line) => Line.parse(JSON.parse(line)));
}

function byId<Item extends { id: string }>(items: Item[]): Item[] {
  return items.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
