import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charactersIn, chunksByKind } from '../../server/store/chunks.ts';

interface Item {
  kind: string;
  index: number;
  characters: number;
}

const kindOf = ({ kind }: Item): string => kind;
const charactersOf = ({ characters }: Item): number => characters;
const none = (): number => 0;

const anyItems = fc
  .array(fc.record({ kind: fc.integer({ min: 0, max: 40 }), characters: fc.nat(30) }), { maxLength: 500 })
  .map((list): Item[] => list.map(({ kind, characters }, index) => ({ kind: String(kind), characters, index })));
const anySize = fc.record({ items: fc.integer({ min: 1, max: 12 }), characters: fc.integer({ min: 1, max: 100 }) });

describe('chunks by kind', () => {
  it('have every item once, in the order of its kind, and never two kinds', () => {
    fc.assert(
      fc.property(anyItems, anySize, (items, size) => {
        const chunks = [...chunksByKind(items, { kindOf, charactersOf, size })];
        for (const { kind, items: own } of chunks) expect(own.every((item) => item.kind === kind)).toBe(true);
        for (const kind of new Set(items.map(kindOf))) {
          const came = chunks.flatMap((chunk) => (chunk.kind === kind ? chunk.items : []));
          expect(came).toEqual(items.filter((item) => item.kind === kind));
        }
      }),
    );
  });

  it('have as many items and as much text as they may at most, but for the last of them, and tell how much', () => {
    fc.assert(
      fc.property(anyItems, anySize, (items, size) => {
        for (const { items: own, characters } of chunksByKind(items, { kindOf, charactersOf, size })) {
          const all = own.reduce((sum, item) => sum + item.characters, 0);
          expect(characters).toBe(all);
          expect(own.length).toBeLessThanOrEqual(size.items);
          expect(all - (own.at(-1)?.characters ?? 0)).toBeLessThan(size.characters);
        }
      }),
    );
  });

  it('keep back ten chunks at most', () => {
    fc.assert(
      fc.property(anyItems, anySize, (items, size) => {
        let taken = { items: 0, characters: 0 };
        function* counted(): Generator<Item> {
          for (const item of items) {
            taken = { items: taken.items + 1, characters: taken.characters + item.characters };
            expect(taken.items).toBeLessThanOrEqual(10 * size.items);
            yield item;
            expect(taken.characters).toBeLessThan(10 * size.characters);
          }
        }
        for (const { items: own, characters } of chunksByKind(counted(), { kindOf, charactersOf, size })) {
          taken = { items: taken.items - own.length, characters: taken.characters - characters };
        }
        expect(taken).toEqual({ items: 0, characters: 0 });
      }),
    );
  });

  it('stay large where there are many kinds', () => {
    const items = Array.from({ length: 400_000 }, (_, index) => index);
    const chunks = [...chunksByKind(items, { kindOf: (index) => String((index * 7_919) % 40), charactersOf: none })];
    expect(chunks.length).toBeLessThan(600);
    expect(Math.max(...chunks.map((chunk) => chunk.items.length))).toBeLessThanOrEqual(5_000);
  });

  it('are there at once for as many kinds as items', () => {
    const items = Array.from({ length: 100_000 }, (_, index) => index);
    expect([...chunksByKind(items, { kindOf: String, charactersOf: none })]).toHaveLength(100_000);
  });
});

describe('the text among properties', () => {
  it('is that of texts, also in lists', () => {
    expect(charactersIn({ name: '四个字的', order: 1, gone: null, list: ['ab', 7, 'c'], empty: [] })).toBe(7);
  });
});
