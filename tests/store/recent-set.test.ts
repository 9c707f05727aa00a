import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentSet } from '../../server/store/recent-set.ts';

describe('what was given last', () => {
  it('is remembered, so much and no more, and what is given again counts as new', () => {
    const recent = new RecentSet(2);
    expect(['a', 'b', 'a', 'c'].map((item) => recent.add(item))).toEqual([true, true, false, true]);
    expect(['a', 'b', 'c'].map((item) => recent.has(item))).toEqual([true, false, true]);
  });

  it('is the last different ones of any sequence', () => {
    const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 50 });
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 5 }), (given, most) => {
        const recent = new RecentSet(most);
        for (const item of given) recent.add(item);
        const last = [...new Set(given.toReversed())].slice(0, most);
        expect(['a', 'b', 'c', 'd', 'e', 'f'].filter((item) => recent.has(item))).toEqual(last.toSorted());
      }),
    );
  });
});
