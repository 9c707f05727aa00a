import type { Answer } from '../../../server/contract/answer.ts';
import type { Json } from '../../../server/contract/json.ts';
import type { QueryPlan } from '../../../server/contract/plan.ts';
import { wholeCell } from './results-cell.ts';
import type { ResultGraph } from './results-graph.ts';
import type { ResultLine } from './results-table.ts';

/**
 * The rows of an answer as objects by column, their nodes, relationships and paths whole.
 * @param lines the rows in the order in which they are wanted
 */
export function rowObjects({ table }: Answer, lines: readonly ResultLine[], graph: ResultGraph): Json[] {
  const { columns, rows } = table;
  return lines.map(({ index }) => {
    const row = rows[index] ?? [];
    return Object.fromEntries(columns.map((column, place) => [column, wholeCell(row[place], graph)]));
  });
}

export const jsonLines = (value: Json | QueryPlan): string[] => JSON.stringify(value, null, 2).split('\n');

/** A part of a line of JSON, by what it is. */
export interface JsonPart {
  kind: 'key' | 'string' | 'number' | 'word' | 'sign';
  text: string;
}

const parts = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|(true|false|null)|([^"\-\dtfn]+|.)/g;

/** The parts of a line of JSON, for colours. */
export function jsonParts(line: string): JsonPart[] {
  return [...line.matchAll(parts)].flatMap(([whole, text, colon, number, word]): JsonPart[] => {
    if (text !== undefined && colon !== undefined) {
      return [
        { kind: 'key', text },
        { kind: 'sign', text: colon },
      ];
    }
    if (text !== undefined) return [{ kind: 'string', text }];
    if (number !== undefined) return [{ kind: 'number', text: number }];
    return [{ kind: word === undefined ? 'sign' : 'word', text: whole }];
  });
}
