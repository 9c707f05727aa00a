import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Json } from '../../server/contract/json.ts';
import { ByteBudget } from '../../server/store/byte-budget.ts';
import { sizeOf } from '../../server/store/row-parts.ts';
import type { RowParts } from '../../server/store/store.ts';

const text = fc.string({ unit: 'binary', maxLength: 20 });
const json = fc
  .jsonValue({ maxDepth: 2, stringUnit: 'binary' })
  .map((value): Json => JSON.parse(JSON.stringify(value)));
const scalar = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
const properties = fc.dictionary(text, fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })), { maxKeys: 4 });
const node = fc.record({ id: text, labels: fc.array(text, { maxLength: 2 }), properties });
const relationship = fc.record({ id: text, type: text, start: text, end: text, properties });
const parts: fc.Arbitrary<RowParts> = fc.record({
  row: fc.array(json, { maxLength: 3 }),
  nodes: fc.array(node, { maxLength: 3 }),
  relationships: fc.array(relationship, { maxLength: 3 }),
});

it('rows fit as long as all of them have no more bytes than they may, to the byte', () => {
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 20 }), fc.nat(8_000), (rows, most) => {
      const budget = new ByteBudget(most);
      let bytes = 0;
      for (const row of rows) {
        const size = sizeOf(row);
        const fits = bytes + size <= most;
        expect(budget.take(row)).toEqual(fits ? { fits } : { fits, bytes: size });
        if (fits) bytes += size;
      }
    }),
  );
});
