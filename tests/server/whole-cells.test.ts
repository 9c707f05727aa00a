import { describe, expect, it } from 'vitest';
import type { Node, Relationship } from '../../server/contract/graph.ts';
import type { Json } from '../../server/contract/json.ts';
import { wholeCells } from '../../server/exports/whole-cells.ts';

const a: Node = { id: 'a', labels: ['Place'], properties: { name: '甲' } };
const b: Node = { id: 'b', labels: [], properties: {} };
const ab: Relationship = { id: 'ab', type: 'NEAR', start: 'a', end: 'b', properties: {} };
const whole = (...row: Json[]) => wholeCells({ row, nodes: [a, b], relationships: [ab] });

describe('the cells of a row in a file', () => {
  it('hold nodes, relationships and paths whole, however deep they lie', () => {
    expect(whole({ $node: 'a' }, { $relationship: 'ab' }, { $path: ['a', 'ab', 'b'] })).toEqual([a, ab, [a, ab, b]]);
    expect(whole([[{ $node: 'a' }], { x: { y: { $node: 'b' } } }])).toEqual([[[a], { x: { y: b } }]]);
  });

  it('leave maps as they are that look like references to what the row does not have', () => {
    const maps: Json[] = [
      { $node: 'nobody' },
      { $node: 1 },
      { $node: 'a', more: 1 },
      { $relationship: 'a' },
      { $path: ['a', 'b'] },
      { $path: [1] },
      { $path: 'a' },
      {},
    ];
    expect(whole(...maps)).toEqual(maps);
  });

  it('take a map for a reference that looks like one to what the row has', () => {
    expect(whole({ m: { $node: 'a' } })).toEqual([{ m: a }]);
  });
});
