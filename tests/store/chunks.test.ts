import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksByKind } from '../../server/store/chunks.ts';

describe('chunks by kind', () => {
  it('have every item once, in the order of its kind, and never two kinds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 500 }), (kinds) => {
        const items = kinds.map((kind, index) => ({ kind: String(kind), index }));
        const chunks = [...chunksByKind(items, ({ kind }) => kind)];
        for (const { kind, items: own } of chunks) expect(own.every((item) => item.kind === kind)).toBe(true);
        for (const kind of new Set(items.map((item) => item.kind))) {
          const came = chunks.flatMap((chunk) => (chunk.kind === kind ? chunk.items : []));
          expect(came).toEqual(items.filter((item) => item.kind === kind));
        }
      }),
    );
  });

  it('stay large where there are many kinds, and few are kept', () => {
    const items = Array.from({ length: 400_000 }, (_, index) => index);
    const chunks = [...chunksByKind(items, (index) => String((index * 7_919) % 40))];
    expect(chunks.length).toBeLessThan(600);
    expect(Math.max(...chunks.map((chunk) => chunk.items.length))).toBeLessThanOrEqual(5_000);
  });

  it('are there at once for as many kinds as items', () => {
    const items = Array.from({ length: 100_000 }, (_, index) => index);
    expect([...chunksByKind(items, String)]).toHaveLength(100_000);
  });
});
