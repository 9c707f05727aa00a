import type { Node, Relationship } from '../../../server/contract/graph.ts';
import { ApiError, pageProblem } from '../../api/api.ts';
import { nodeCell, nodeOf, relationshipCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { textOf, textsOf } from '../file-graph.ts';
import type { FileGraph } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';

export const evidence: OfflineQuery = {
  name: 'evidence',
  parameters: ['id'],
  columns: ['address', 'quote', 'basis', 'passage', 'node', 'start', 'relationship', 'end'],
  rows(graph, given) {
    const id = given.text('id', 800);
    const relationship = graph.relationships.get(id);
    if (!relationship && isRelationshipId(id)) throw unknownRelationship(id);
    const of = relationship ?? nodeOf(graph, id);
    const [start, end] = relationship ? [{ $node: relationship.start }, { $node: relationship.end }] : [null, null];
    return citationsOf(of, graph).map(({ address, quote, passage }) => [
      address,
      quote,
      textOf(of, 'basis'),
      nodeCell(passage),
      relationship ? null : { $node: id },
      start,
      relationship ? relationshipCell(relationship) : null,
      end,
    ]);
  },
};

/** The passages that a node or relationship comes from, in reading order. */
function citationsOf(
  of: Node | Relationship,
  graph: FileGraph,
): { address: string; quote: string | null; passage: Node }[] {
  const passages = [...graph.nodes.values()].filter(({ labels }) => labels.includes('Passage'));
  const quotes = textsOf(of, 'quotes');
  return textsOf(of, 'evidence')
    .flatMap((address, index) =>
      passages
        .filter((passage) => textOf(passage, 'address') === address)
        .map((passage) => ({ address, quote: quotes[index] ?? null, passage, index })),
    )
    .toSorted(
      inOrder(
        ({ passage }) => graph.indexOf(passage.id).place,
        ({ index }) => index,
      ),
    );
}

/** The id of a relationship has its type in the middle, which that of a node never has. */
const isRelationshipId = (id: string): boolean => /\.[A-Z_]+\./.test(id);

const unknownRelationship = (id: string): ApiError =>
  new ApiError(pageProblem('unknown-relationship', 404, `there is no relationship with the id ${id}`, { id }));
