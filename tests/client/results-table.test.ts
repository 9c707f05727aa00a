import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { locale } from '../../client/state/locale.ts';
import { cellText, readCell } from '../../client/state/workbench/results-cell.ts';
import { indexGraph } from '../../client/state/workbench/results-graph.ts';
import { jsonLines, jsonParts, rowObjects } from '../../client/state/workbench/results-json.ts';
import {
  rowAt,
  rowOffsets,
  rowsInSight,
  stretched,
  usualColumnWidths,
  withWidth,
} from '../../client/state/workbench/results-layout.ts';
import { isNumberColumn, readLines, sortLines } from '../../client/state/workbench/results-table.ts';
import { heading, walk } from '../../client/state/workbench/results-walk.ts';
import type { Answer } from '../../server/contract/answer.ts';
import type { Graph } from '../../server/contract/graph.ts';
import type { Json } from '../../server/contract/json.ts';

const graph: Graph = {
  nodes: [
    { id: 'a', labels: ['X'], properties: { name: '甲' } },
    { id: 'b', labels: ['X'], properties: {} },
  ],
  relationships: [{ id: 'r', type: 'KNOWS', start: 'b', end: 'a', properties: {} }],
};
const index = indexGraph(graph);

function answerOf(...rows: Json[][]): Answer {
  const columns = (rows[0] ?? []).map((_, column) => `c${column}`);
  return { graph, table: { columns, rows }, truncated: false, ms: 1, notices: [] };
}

afterEach(() => {
  locale.value = 'zh';
});

describe('a cell', () => {
  it.each<[Json, string]>([
    [null, ''],
    [1.5, '1.5'],
    ['x', 'x'],
    [[1, null, 'x'], '[1, null, x]'],
    [{ k: true, l: [] }, '{k: true, l: []}'],
    [{ $node: 'b' }, 'b'],
    [{ $relationship: 'r' }, 'b KNOWS a'],
    [{ $path: ['a', 'r', 'b'] }, 'a ← b'],
    [{ $path: ['b', 'r', 'a'] }, 'b → a'],
    [{ $node: 'a', also: 1 }, '{$node: a, also: 1}'],
  ])('as text: %j', (value, text) => {
    expect(cellText(readCell(value), index)).toBe(text);
  });

  it('is whole in JSON, with what it refers to', () => {
    const answer = answerOf([{ $path: ['b', 'r', 'a'] }, [{ $node: 'a' }], { x: { $relationship: 'r' } }]);
    const [relationship] = graph.relationships;
    expect(rowObjects(answer, readLines(answer, index), index)).toEqual([
      { c0: [graph.nodes[1], relationship, graph.nodes[0]], c1: [graph.nodes[0]], c2: { x: relationship } },
    ]);
  });
});

describe('sorting', () => {
  it('is by type and value, with nothing at the end whichever way, and keeps the order of what is alike', () => {
    const answer = answerOf([null], [10], ['乙'], [2], [true], ['甲'], [[1]], [{ $node: 'a' }]);
    const sorted = (isDescending: boolean) =>
      sortLines(readLines(answer, index), { column: 0, isDescending }).map((line) => line.index);
    expect(sorted(false)).toEqual([7, 6, 5, 2, 4, 3, 1, 0]);
    expect(sorted(true)).toEqual([1, 3, 4, 2, 5, 6, 7, 0]);
    const alike = answerOf([1, 'b'], [1, 'a'], [1, 'c']);
    expect(sortLines(readLines(alike, index), { column: 0, isDescending: true }).map((line) => line.index)).toEqual([
      0, 1, 2,
    ]);
  });

  it('loses no row, whatever is in it', () => {
    const cells = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value))),
      fc.constant({ $node: 'a' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, cells), { maxLength: 20 }), fc.boolean(), (rows, isDescending) => {
        const lines = readLines(answerOf(...rows), index);
        const sorted = sortLines(lines, { column: 1, isDescending });
        expect(sorted.map((line) => line.index).toSorted((a, b) => a - b)).toEqual(lines.map((line) => line.index));
      }),
    );
  });

  it('knows columns of numbers, which may have gaps', () => {
    const lines = readLines(answerOf([1, 'x', null], [null, 2, null]), index);
    expect([0, 1, 2].map((column) => isNumberColumn(lines, column))).toEqual([true, false, false]);
  });
});

describe('the layout of rows', () => {
  it('gives long texts more lines, up to three, and columns the room that they need within reason', () => {
    const answer = answerOf(['x', '金'.repeat(30)], ['x', 'short'], ['a\nb', 'x'], ['x', '金'.repeat(3_000)]);
    const lines = readLines(answer, index);
    const widths = usualColumnWidths(answer.table.columns, lines);
    expect(widths).toEqual([88, 340]);
    const offsets = rowOffsets(lines, widths);
    expect(offsets.slice(1).map((offset, row) => offset - (offsets[row] ?? 0))).toEqual([58, 38, 58, 78]);
    expect(stretched(widths, 1_000)).toEqual([88, 912]);
    expect(stretched(widths, 100)).toEqual(widths);
    expect(withWidth(widths, 0, 3)).toEqual([72, 340]);
  });

  it('finds the row at any height, and never leaves out one that is in sight', () => {
    const heights = fc.array(fc.constantFrom(38, 58, 78), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(heights, fc.nat({ max: 16_000 }), (list, top) => {
        const offsets = [0];
        for (const height of list) offsets.push((offsets.at(-1) ?? 0) + height);
        const row = rowAt(offsets, top);
        expect(row === list.length - 1 || top < (offsets[row + 1] ?? 0)).toBe(true);
        const [first, end] = rowsInSight(offsets, top, 400);
        const inSight = list.flatMap((_, at) =>
          (offsets[at] ?? 0) < top + 400 && (offsets[at + 1] ?? 0) > top ? [at] : [],
        );
        expect(inSight.every((at) => at >= first && at < end)).toBe(true);
        expect(end - first).toBeLessThan(40);
      }),
    );
  });
});

describe('keys in the table', () => {
  const size = { rows: 5, columns: 3, page: 2 };

  it.each([
    ['ArrowDown', false, { row: 1, column: 1 }],
    ['ArrowUp', false, { row: heading, column: 1 }],
    ['ArrowLeft', false, { row: 0, column: 0 }],
    ['ArrowRight', true, { row: 0, column: 2 }],
    ['Home', true, { row: heading, column: 0 }],
    ['End', true, { row: 4, column: 2 }],
    ['PageDown', false, { row: 2, column: 1 }],
    ['x', false, null],
  ])('%s, far: %s', (key, isFar, target) => {
    expect(walk({ row: 0, column: 1 }, key, isFar, size)).toEqual(target);
  });

  it('never lead out of it', () => {
    const keys = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.boolean())), (presses) => {
        let place = { row: 0, column: 0 };
        for (const [key, isFar] of presses) place = walk(place, key, isFar, size) ?? place;
        expect(place.row).toBeGreaterThanOrEqual(heading);
        expect(place.row).toBeLessThan(size.rows);
        expect(place.column).toBeGreaterThanOrEqual(0);
        expect(place.column).toBeLessThan(size.columns);
      }),
    );
  });
});

describe('JSON', () => {
  it('is parted into keys, values and signs without a loss', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const line of jsonLines(JSON.parse(JSON.stringify(value)))) {
          expect(
            jsonParts(line)
              .map(({ text }) => text)
              .join(''),
          ).toBe(line);
        }
      }),
    );
    expect(jsonParts('  "a: \\"": [1e5, true, "x"]').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['key', 'number', 'word', 'string']),
    );
  });
});
