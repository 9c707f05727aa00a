import { nodeCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { kindOf, labelsOf, lengthOf, prominenceOf, textOf } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';
import { wordsIn } from '../words-in.ts';

export const nodes: OfflineQuery = {
  name: 'nodes',
  parameters: ['ids', 'labels', 'kinds', 'text', 'limit'],
  columns: ['node', 'total'],
  rows(graph, given) {
    const ids = given.optionalTexts('ids', 200);
    const labels = given.optionalTexts('labels');
    const kinds = given.optionalTexts('kinds');
    const words = wordsIn(given.anyText('text', 200));
    const limit = given.whole('limit', 1, 200, 50);
    const found = [...graph.nodes.values()]
      .filter((node) => ids?.includes(node.id) ?? true)
      .filter((node) => !labels || labelsOf(graph, node).some((label) => labels.includes(label)))
      .filter(({ id }) => words.every((word) => graph.indexOf(id).searchText?.includes(word)))
      .filter(({ id }) => !kinds || graph.around(id).some((around) => kinds.includes(kindOf(around))));
    const ordered = found.toSorted(
      inOrder(
        (node) => prominenceOf(graph, node),
        (node) => lengthOf(textOf(node, 'name')),
        ({ id }) => id,
      ),
    );
    return ordered.slice(0, limit).map((node) => [nodeCell(node), found.length]);
  },
};
