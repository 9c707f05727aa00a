import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdHashes } from '../../server/store/id-hashes.ts';

describe('the hashes of ids', () => {
  it('have every id that was added, and tell which were added more than once', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }), { maxLength: 100 }), (ids) => {
        const hashes = new IdHashes();
        for (const id of ids) hashes.add(...id);
        const texts = ids.map((id) => JSON.stringify(id));
        for (const [index, id] of ids.entries()) {
          expect(hashes.mayHave(...id)).toBe(true);
          expect(hashes.mayRepeat(...id)).toBe(
            texts.indexOf(texts[index] ?? '') < texts.lastIndexOf(texts[index] ?? ''),
          );
        }
        expect(hashes.mayHaveRepeats).toBe(new Set(texts).size < texts.length);
      }),
    );
  });

  it('tell a hundred thousand ids apart that are alike, and from others', () => {
    const hashes = new IdHashes();
    for (let index = 0; index < 100_000; index += 1)
      hashes.add(`station-${index}`, 'HAS_BRANCH', `station-${index + 1}`);
    expect(hashes.mayHaveRepeats).toBe(false);
    for (let index = 0; index < 100_000; index += 1) {
      expect(hashes.mayHave(`station-${index}`, 'HAS_BRANCH', `station-${index + 2}`)).toBe(false);
    }
  });
});
