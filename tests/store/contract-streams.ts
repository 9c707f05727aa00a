import { describe, expect } from 'vitest';
import type { ReadOptions, StreamPart } from '../../server/store/store.ts';
import { limits, problem, problemCode, rows, runaway, type Suite } from './contract-suite.ts';
import { fixtureNode, fixtureRelationship } from './fixture.ts';

const many = (count: number) => `UNWIND range(1, ${count}) AS x RETURN x, 'row ' + toString(x) AS text`;

/** Answers that are given as they come. */
export function describeStreams({ store, test }: Suite): void {
  const stream = (cypher: string, options: Partial<ReadOptions> = {}, params = {}) =>
    store().stream(cypher, params, { ...limits, maxRows: 1_000_000, maxBytes: 1e9, ...options });

  describe('a streamed answer', () => {
    test('has its columns first, its rows in order, and at its end how many there were', async () => {
      const parts = await all(stream(many(10_000)));
      expect(parts[0]).toEqual({ kind: 'columns', columns: ['x', 'text'] });
      expect(parts.at(-1)).toMatchObject({ kind: 'end', rows: 10_000, truncated: false });
      const found = rowsOf(parts);
      expect(found).toHaveLength(10_000);
      expect(found.every(([x], index) => x === index + 1)).toBe(true);
      expect(parts.length).toBeGreaterThan(10);
    });

    test('gives its first row by itself, since somebody waits for it', async () => {
      const [, first] = await all(stream(many(2_000)));
      expect(first).toMatchObject({ kind: 'rows', rows: [{ row: [1, 'row 1'] }] });
    });

    test('brings with each row the nodes and relationships in it, with both ends', async () => {
      const cypher = "MATCH (n:Entity {id: 'committee'})-[r:HAS_BRANCH]->(b) RETURN r, b.name AS name ORDER BY b.order";
      const [first] = (await all(stream(cypher))).flatMap((part) => (part.kind === 'rows' ? part.rows : []));
      expect(first?.row).toEqual([{ $relationship: 'committee.HAS_BRANCH.branch-1' }, '第一支部']);
      expect(first?.relationships).toEqual([fixtureRelationship('committee.HAS_BRANCH.branch-1')]);
      expect(first?.nodes).toEqual([fixtureNode('committee'), fixtureNode('branch-1')]);
    });

    test('has the same rows and parts of the graph as one that is read at once', async () => {
      const cypher = 'MATCH p = (n:Entity)-[r]->(m) RETURN p, [n, r] AS list, {m: m} AS map ORDER BY r.id';
      const parts = await all(stream(cypher));
      const answer = await store().readUntrusted(cypher, {}, limits);
      expect(rowsOf(parts)).toEqual(answer.table.rows);
      const streamed = parts.flatMap((part) => (part.kind === 'rows' ? part.rows : []));
      const nodes = new Map(streamed.flatMap((row) => row.nodes).map((node) => [node.id, node]));
      expect([...nodes.values()]).toEqual(answer.graph.nodes);
    });

    test('has its columns when it has no rows', async () => {
      const parts = await all(stream("MATCH (n:Entity {id: 'nobody'}) RETURN n.name AS name"));
      expect(parts).toEqual([
        { kind: 'columns', columns: ['name'] },
        { kind: 'end', rows: 0, truncated: false, ms: expect.any(Number), notices: expect.any(Array) },
      ]);
    });

    test('is cut at its rows and says so', async () => {
      const parts = await all(stream(many(5_000), { maxRows: 1_234 }));
      expect(rowsOf(parts)).toHaveLength(1_234);
      expect(parts.at(-1)).toMatchObject({ kind: 'end', rows: 1_234, truncated: true });
      expect((await all(stream(many(1_234), { maxRows: 1_234 }))).at(-1)).toMatchObject({ truncated: false });
    });

    test('ends with a problem at its bytes, after as many rows as there may be', async () => {
      const parts: StreamPart[] = [];
      const reading = async () => {
        for await (const part of stream(many(100_000), { maxBytes: 50_000 })) parts.push(part);
      };
      expect(await problemCode(reading())).toBe('byte-limit');
      expect(rowsOf(parts).length).toBeLessThan(5_000);
    });

    test('counts the ends of relationships among its bytes', async () => {
      const cypher = 'MATCH (:Entity)-[r]->(:Entity) RETURN r';
      const found = (await all(stream(cypher))).flatMap((part) => (part.kind === 'rows' ? part.rows : []));
      const nodes = new Map(found.flatMap((parts) => parts.nodes.map((node) => [node.id, node])));
      const maxBytes =
        bytesOf(found.map(({ row, relationships }) => [row, relationships])) + bytesOf([...nodes.values()]) / 2;
      expect(await problemCode(all(stream(cypher, { maxBytes })))).toBe('byte-limit');
    });

    test('waits for its reader', async () => {
      let seen = 0;
      for await (const part of stream(many(300_000))) {
        if (part.kind === 'rows') seen += part.rows.length;
        if (seen > 3_000) break;
      }
      expect(seen).toBeLessThan(5_000);
      expect(await rows(store(), 'RETURN 1 AS one')).toEqual([[1]]);
      expect((await store().readUntrusted('RETURN 2 AS two', {}, limits)).table.rows).toEqual([[2]]);
    });
  });

  describe('a streamed answer that fails', () => {
    test('does so before its first row when the query is wrong or more than a read', async () => {
      const error = await problem(all(stream('MATCH (n:Entity)\nRETRUN n')));
      expect(error).toMatchObject({ code: 'cypher-syntax', position: { line: 2, column: 1, offset: 17 } });
      const before = await store().count({});
      expect(await problemCode(all(stream("CREATE (n:Entity {id: 'new'}) RETURN n")))).toBe('cypher-write');
      expect(await problemCode(all(stream('CALL dbms.listConfig()')))).toBe('cypher-refused');
      expect(await store().count({})).toEqual(before);
    });

    test('tells why it failed in running, and is not run again', async () => {
      const parts: StreamPart[] = [];
      const reading = async () => {
        for await (const part of stream('UNWIND range(-5000, 10) AS x RETURN 1 / x AS y')) parts.push(part);
      };
      expect(await problemCode(reading())).toBe('cypher-failed');
      expect(rowsOf(parts).length).toBeLessThanOrEqual(5_000);
    });

    test('is stopped at its time, also when its reader takes all of it', async () => {
      expect(await problemCode(all(stream(runaway, { timeoutMs: 500 })))).toBe('time-limit');
      const slowly = async () => {
        for await (const _ of stream(many(500_000), { timeoutMs: 1_000 })) await pause(300);
      };
      expect(await problemCode(slowly())).toBe('time-limit');
      expect((await store().readUntrusted('RETURN 2 AS two', {}, limits)).table.rows).toEqual([[2]]);
    });

    test('is stopped when its caller no longer wants it', async () => {
      const controller = new AbortController();
      const stopped = problemCode(all(stream(runaway, { signal: controller.signal })));
      await pause(200);
      controller.abort();
      expect(await stopped).toBe('cancelled');
      expect((await store().readUntrusted('RETURN 2 AS two', {}, limits)).table.rows).toEqual([[2]]);
    });

    test('does not begin when its caller has already gone', async () => {
      expect(await problemCode(all(stream('RETURN 1 AS one', { signal: AbortSignal.abort() })))).toBe('cancelled');
    });
  });
}

async function all(parts: AsyncIterable<StreamPart>): Promise<StreamPart[]> {
  const found: StreamPart[] = [];
  for await (const part of parts) found.push(part);
  return found;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function rowsOf(parts: StreamPart[]) {
  return parts.flatMap((part) => (part.kind === 'rows' ? part.rows.map(({ row }) => row) : []));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
