import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../client/state/exporting/write-csv.ts';
import { writeJson, writeNdjson } from '../../client/state/exporting/write-json.ts';
import { indexGraph } from '../../client/state/workbench/results-graph.ts';
import { readLines } from '../../client/state/workbench/results-table.ts';
import type { Answer } from '../../server/contract/answer.ts';
import type { Json } from '../../server/contract/json.ts';

const graph = {
  nodes: ['a', 'b'].map((id) => ({ id, labels: ['X'], properties: { id } })),
  relationships: [{ id: 'r', type: 'KNOWS', start: 'a', end: 'b', properties: {} }],
};
const index = indexGraph(graph);

function answerOf(columns: string[], rows: Json[][]): Answer {
  return { graph, table: { columns, rows }, truncated: true, ms: 2, notices: [] };
}

/** The fields of CSV by RFC 4180, read sign by sign. */
function fieldsOf(text: string): string[][] {
  const records: string[][] = [];
  let [record, field, isQuoted] = [[] as string[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ',') {
      record.push(field);
      field = '';
    } else if (sign === '\r' && text[at + 1] === '\n') {
      records.push([...record, field]);
      [record, field] = [[], ''];
      at += 1;
    } else field += sign;
  }
  return records;
}

const csvOf = (answer: Answer, options = {}): string =>
  writeCsv(answer.table.columns, readLines(answer, index), { bom: false, escapeFormulas: false, ...options });

describe('CSV', () => {
  const texts = fc
    .array(fc.constantFrom('"', ',', '\r\n', '\n', '\r', ';', '律师', '=1+1', ' ', 'x', '😀'), { maxLength: 5 })
    .map((parts) => parts.join(''));

  it('brings any text through, by RFC 4180', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts), { maxLength: 5 }), (rows) => {
        expect(fieldsOf(csvOf(answerOf(['a', 'b'], rows)))).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });

  it('has what the table shows: names for nodes, nothing for null, numbers as they are', () => {
    const row = [{ $node: 'a' }, null, -1.5, true, [1, { $node: 'b' }], 12345];
    const [, fields] = fieldsOf(csvOf(answerOf(['n', 'null', 'x', 'y', 'l', 'z'], [row])));
    expect(fields).toEqual(['a', '', '-1.5', 'true', '[1, b]', '12345']);
  });

  it('stops formulas, leaves numbers alone, and begins with a mark for Excel where that is wanted', () => {
    const answer = answerOf(
      ['=x', 'y'],
      [
        ['@SUM(A1)', -5],
        ['+1', '-1'],
      ],
    );
    const [, ...fields] = fieldsOf(csvOf(answer, { escapeFormulas: true }));
    expect(fields).toEqual([
      ["'@SUM(A1)", '-5'],
      ["'+1", "'-1"],
    ]);
    expect(csvOf(answer, { bom: true }).startsWith('\uFEFF')).toBe(true);
    expect(csvOf(answer, { escapeFormulas: true }).startsWith(`"'=x"`)).toBe(true);
  });

  it('runs no formula in a spreadsheet that stands behind a line feed, or behind a semicolon that parts fields', () => {
    const answer = answerOf(
      ['text', 'y;=1+1'],
      [
        ['\n=1+1', 1],
        ['x;=1+1', 1],
        ['x', 1],
      ],
    );
    const escaped = csvOf(answer, { escapeFormulas: true });
    expect(escaped).toBe('"text","y;=1+1"\r\n"\'\n=1+1",1\r\n"x;=1+1",1\r\n"x",1\r\n');
    expect(csvOf(answer)).toBe('text,y;=1+1\r\n"\n=1+1",1\r\nx;=1+1,1\r\nx,1\r\n');
  });

  it('keeps a record of a single empty field', () => {
    expect(csvOf(answerOf(['x'], [[null], ['']]))).toBe('x\r\n""\r\n""\r\n');
  });
});

describe('JSON', () => {
  it('has records in the order of the columns, whatever these are called', () => {
    const answer = answerOf(['2', '1', '__proto__'], [[1, { $node: 'a' }, null]]);
    const text = writeJson(answer, readLines(answer, index), index);
    expect(text).toMatch(/^\[\n\{"2":1,"1":\{"id":"a".*,"__proto__":null\}\n\]\n$/);
    expect(JSON.parse(writeJson(answerOf(['x'], []), [], index))).toEqual([]);
  });

  it('as lines tells each node and relationship once, where it comes first, in the order that is shown', () => {
    const answer = answerOf(['x'], [[{ $node: 'a' }], [{ $path: ['a', 'r', 'b'] }], [[{ $node: 'b' }]]]);
    const lines = writeNdjson(answer, readLines(answer, index).toReversed(), index).trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { columns: ['x'] },
      { row: [[{ $node: 'b' }]], nodes: [graph.nodes[1]], relationships: [] },
      { row: [{ $path: ['a', 'r', 'b'] }], nodes: [graph.nodes[0]], relationships: graph.relationships },
      { row: [{ $node: 'a' }], nodes: [], relationships: [] },
      { summary: { rows: 3, truncated: true, ms: 2, notices: [] } },
    ]);
  });
});
