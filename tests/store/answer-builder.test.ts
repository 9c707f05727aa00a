import { describe, expect, it } from 'vitest';
import type { Node, Relationship } from '../../server/contract/graph.ts';
import { AnswerBuilder } from '../../server/store/answer-builder.ts';
import type { Cell } from '../../server/store/row-parts.ts';
import { problemCode } from './contract-suite.ts';

const node = (id: string, text = ''): Node => ({ id, labels: ['Place'], properties: { id, text } });
const relationship = (start: string, end: string): Relationship => {
  return { id: `${start}.NEAR.${end}`, type: 'NEAR', start, end, properties: {} };
};
const value = (text: string): Cell => ({ kind: 'value', value: text });
const nodeCell = (id: string, text = ''): Cell => ({ kind: 'node', node: node(id, text) });

describe('an answer that is gathered row by row', () => {
  it('has each node and relationship once, and references in its rows', () => {
    const builder = new AnswerBuilder({ maxRows: 10, maxBytes: 10_000 });
    const path: Cell = { kind: 'path', nodes: [node('a'), node('b')], relationships: [relationship('a', 'b')] };
    expect(builder.add([path, nodeCell('a')])).toBe(true);
    expect(
      builder.add([
        { kind: 'list', cells: [nodeCell('b')] },
        { kind: 'map', cells: { c: nodeCell('c') } },
      ]),
    ).toBe(true);
    expect(builder.build(['x', 'y'], 1.2345)).toEqual({
      graph: { nodes: [node('a'), node('b'), node('c')], relationships: [relationship('a', 'b')] },
      table: {
        columns: ['x', 'y'],
        rows: [
          [{ $path: ['a', 'a.NEAR.b', 'b'] }, { $node: 'a' }],
          [[{ $node: 'b' }], { c: { $node: 'c' } }],
        ],
      },
      truncated: false,
      ms: 1.23,
      notices: [],
    });
  });

  it('tells which ends are missing, until they are added', () => {
    const builder = new AnswerBuilder({ maxRows: 10, maxBytes: 10_000 });
    builder.add([{ kind: 'relationship', relationship: relationship('a', 'b') }, nodeCell('b')]);
    expect(builder.missingEnds()).toEqual(['a']);
    builder.addNodes([node('a')]);
    expect(builder.missingEnds()).toEqual([]);
  });

  it('takes as many bytes of ends as of rows, and is a problem with more', async () => {
    const builder = new AnswerBuilder({ maxRows: 10, maxBytes: 1_000 });
    builder.add([{ kind: 'relationship', relationship: relationship('a', 'b') }]);
    builder.addNodes([node('a', 'x'.repeat(800))]);
    const more = Promise.resolve().then(() => builder.addNodes([node('b', 'x'.repeat(800))]));
    expect(await problemCode(more)).toBe('byte-limit');
  });

  it('is cut at its rows, and only when there was one more', () => {
    const builder = new AnswerBuilder({ maxRows: 1, maxBytes: 10_000 });
    expect(builder.add([value('a')])).toBe(true);
    expect(builder.build(['x'], 0).truncated).toBe(false);
    expect(builder.add([value('b')])).toBe(false);
    expect(builder.build(['x'], 0)).toMatchObject({ truncated: true, table: { rows: [['a']] } });
  });

  it('counts the bytes of Chinese as they travel', () => {
    const row = [value('律'.repeat(10))];
    const bytes = Buffer.byteLength(JSON.stringify(['律'.repeat(10)]));
    expect(new AnswerBuilder({ maxRows: 10, maxBytes: bytes }).add(row)).toBe(true);
    expect(new AnswerBuilder({ maxRows: 10, maxBytes: bytes - 1 }).add(row)).toBe(false);
  });

  it('does not keep the nodes of a row that is left out', () => {
    const builder = new AnswerBuilder({ maxRows: 10, maxBytes: 300 });
    builder.add([nodeCell('a')]);
    expect(builder.add([nodeCell('b', 'x'.repeat(300))])).toBe(false);
    expect(builder.add([nodeCell('c')])).toBe(false);
    expect(builder.build(['n'], 0)).toMatchObject({ truncated: true, graph: { nodes: [node('a')] }, notices: [] });
  });

  it('leaves out even the first row when it is too large, with a notice', () => {
    const builder = new AnswerBuilder({ maxRows: 10, maxBytes: 100 });
    expect(builder.add([value('x'.repeat(100))])).toBe(false);
    expect(builder.build(['x'], 0)).toMatchObject({
      truncated: true,
      table: { rows: [] },
      notices: [{ code: 'row-too-large', detail: 'the first row has 104 bytes; an answer may have 100' }],
    });
  });
});
