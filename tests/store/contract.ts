import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Key } from '../../server/store/key.ts';
import type { Store } from '../../server/store/store.ts';
import { describeLimits } from './contract-limits.ts';
import { describeNames } from './contract-names.ts';
import { describePlans } from './contract-plans.ts';
import { describeReading } from './contract-reading.ts';
import { describeRefusals } from './contract-refusals.ts';
import type { Suite } from './contract-suite.ts';
import { describeStreams } from './contract-streams.ts';
import { describeDiffering } from './contract-differing.ts';
import { describeWriting } from './contract-writing.ts';
import { fixture, key } from './fixture.ts';

/**
 * The suite that every adapter passes. What an adapter cannot do is skipped with its reason, which stands in the
 * test's name.
 * @param name the adapter
 * @param open opens a store on a database that holds nothing but what this suite writes
 * @param knownGaps reasons by the name of the test
 */
export function describeStore(
  name: string,
  open: (key: Key) => Promise<Store>,
  knownGaps: Record<string, string> = {},
): void {
  describe(`the ${name} store`, () => {
    let store: Store;
    const names = new Set<string>();
    beforeAll(async () => {
      store = await open(key);
      await store.write(fixture);
    });
    afterAll(async () => {
      await store.close();
    });
    const suite: Suite = {
      store: () => store,
      openAnother: (another = key) => open(another),
      test(title, run) {
        names.add(title);
        const reason = knownGaps[title];
        it.skipIf(reason !== undefined)(
          `${title}${reason === undefined ? '' : ` (known gap: ${reason})`}`,
          async () => {
            expect.hasAssertions();
            await run();
          },
        );
      },
    };
    describeReading(suite);
    describeLimits(suite);
    describeNames(suite);
    describePlans(suite);
    describeStreams(suite);
    describeRefusals(suite);
    describeWriting(suite);
    describeDiffering(suite);
    it('has a test for every known gap', () => {
      expect(Object.keys(knownGaps).filter((gap) => !names.has(gap))).toEqual([]);
    });
  });
}
