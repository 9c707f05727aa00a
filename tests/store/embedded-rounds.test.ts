import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedRounds } from '../../server/store/embedded-rounds.ts';
import { openStore } from '../../server/store/open.ts';
import { rows } from './contract-suite.ts';
import { key } from './fixture.ts';

describe('a database file that several processes write, one after the other', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rounds-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([
    ['three of a count', { items: 8, characters: 10_000 }],
    ['each of what is too much text for one', { items: 1_000, characters: 1 }],
    ['a single one', { items: 1_000, characters: 10_000 }],
  ])('has all that they were given: %s', async (_, most) => {
    const path = join(folder, 'graph.grafeo');
    const rounds = new EmbeddedRounds(path, key, most);
    const ids = Array.from({ length: 12 }, (__, index) => `n-${index}`);
    const numbers = new Map<string, number>();
    for (const some of [ids.slice(0, 5), ids.slice(5)]) {
      const properties = some.map((id) => ({ id, name: `第${id}`, order: ids.indexOf(id) }));
      await rounds.addNodes({ labels: [key.label, 'Place'], properties }, 40, (given) => {
        for (const [index, id] of some.entries()) numbers.set(id, given[index] ?? -1);
      });
    }
    await rounds.settle();
    const edges = ids.slice(1).map((id, index) => ({
      src: numbers.get(`n-${index}`) ?? -1,
      dst: numbers.get(id) ?? -1,
      type: 'NEXT',
      properties: { id: `n-${index}.NEXT.${id}` },
    }));
    let done = 0;
    for (const some of [edges.slice(0, 4), edges.slice(4)]) {
      await rounds.addRelationships(some, 40, () => {
        done += some.length;
      });
    }
    expect(await rounds.finish()).toEqual({ nodes: 12, relationships: 11 });
    expect(done).toBe(11);

    const store = await openStore({ kind: 'embedded', path, key });
    try {
      const next = await rows(store, 'MATCH (a:Place)-[r:NEXT]->(b) RETURN a.order AS a, b.name AS b ORDER BY a.order');
      expect(next).toEqual(ids.slice(1).map((id, index) => [index, `第${id}`]));
    } finally {
      await store.close();
    }
  });
});
