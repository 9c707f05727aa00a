import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WholeGraph } from '../../server/contract/graph.ts';
import { Problem } from '../../server/contract/problem.ts';
import { groundsOfGraph } from '../seed/grounds.ts';
import type { RunningApp } from './running-app.ts';

/** What the whole graph is, whichever engine answers. */
export function describeWholeGraph(name: string, start: () => Promise<RunningApp>): void {
  describe(`the whole graph of ${name}`, () => {
    let app: RunningApp;
    beforeAll(async () => {
      app = await start();
    });
    afterAll(async () => {
      await app.stop();
    });

    it('is every node and relationship of the data set, and says how many these are', async () => {
      const response = await app.get('/api/graph');
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
      const { nodes, relationships, ...rest } = WholeGraph.parse(await response.json());
      const { batch } = app.loaded;
      expect(rest).toEqual({
        truncated: false,
        total: { nodes: batch.nodes.length, relationships: batch.relationships.length },
      });
      const shared = batch.key.label;
      const sent = batch.nodes.map(({ labels, ...node }) => ({
        ...node,
        labels: labels.filter((label) => label !== shared).toSorted(),
      }));
      expect(byId(nodes)).toEqual(byId(sent));
      expect(byId(relationships)).toEqual(byId(batch.relationships));
    });

    it('has grounds for all that is in it, which are those of the files', async () => {
      const { batch, ontology } = app.loaded;
      const sent = WholeGraph.parse(await (await app.get('/api/graph')).json());
      const grounds = groundsOfGraph(sent, ontology.document.id);
      expect(grounds.ungrounded).toEqual([]);
      expect(grounds.counts).toEqual(groundsOfGraph(batch, ontology.document.id).counts);
    });

    it('comes in the same order each time, and is not sent again to who has it', async () => {
      const first = await app.get('/api/graph');
      const again = await app.get('/api/graph');
      expect(await again.text()).toBe(await first.text());
      const asked = { 'if-none-match': String(first.headers.get('etag')), 'cache-control': 'max-age=0' };
      expect((await app.get('/api/graph', asked)).status).toBe(304);
    });

    it.each([
      ['rows', { QUERY_MAX_ROWS: '300' }],
      ['bytes', { QUERY_MAX_BYTES: '60000' }],
    ])('is closed and says so where the limit of %s has cut it', async (_, environment) => {
      const small = await app.another({ environment });
      const { nodes, relationships, truncated, total } = WholeGraph.parse(await (await small.get('/api/graph')).json());
      expect(truncated).toBe(true);
      expect(total.relationships).toBeGreaterThan(relationships.length);
      expect(relationships.length).toBeGreaterThan(30);
      const ids = new Set(nodes.map(({ id }) => id));
      expect(relationships.filter((one) => !ids.has(one.start) || !ids.has(one.end))).toEqual([]);
    });

    it('is refused with the numbers where not even its nodes are within the limit', async () => {
      const small = await app.another({ environment: { QUERY_MAX_ROWS: '100' } });
      const response = await small.get('/api/graph');
      expect(response.status).toBe(413);
      expect(Problem.parse(await response.json())).toMatchObject({
        code: 'graph-too-large',
        values: { nodes: String(app.loaded.batch.nodes.length), most: '100' },
      });
    });

    it('is refused before its relationships are looked at, however many these are', async () => {
      const { store } = app.loaded;
      const read = vi.spyOn(store, 'read');
      try {
        const small = await app.another({ environment: { QUERY_MAX_ROWS: '100' } });
        expect((await small.get('/api/graph')).status).toBe(413);
        expect(read.mock.calls.map(([text]) => text).filter((text) => text.includes(']->'))).toEqual([]);
        expect(read).toHaveBeenCalled();
      } finally {
        read.mockRestore();
      }
    });
  });
}

function byId<Item extends { id: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
