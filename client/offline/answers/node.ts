import { nodeCell, nodeOf } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';

export const node: OfflineQuery = {
  name: 'node',
  parameters: ['id'],
  columns: ['node'],
  rows: (graph, given) => [[nodeCell(nodeOf(graph, given.text('id')))]],
};
