import type { Node } from '../../../server/contract/graph.ts';
import { countFigures } from './count-figures.ts';
import { nodeCell, nodeOf } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import type { FileGraph } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';

export const passages: OfflineQuery = {
  name: 'passages',
  parameters: ['section'],
  columns: ['passage', 'section', 'citedBy', 'facts', 'figures'],
  rows(graph, given) {
    const asked = given.optionalText('section');
    if (asked !== undefined) nodeOf(graph, asked);
    const isAsked = (section: Node | null): boolean =>
      asked === undefined ||
      (section !== null && [section, ...sectionsAround(section, graph)].some(({ id }) => id === asked));
    return [...graph.nodes.values()]
      .filter(({ labels }) => labels.includes('Passage'))
      .toSorted(
        inOrder(
          ({ id }) => graph.indexOf(id).place,
          ({ id }) => id,
        ),
      )
      .flatMap((passage) => {
        const { citedBy, facts } = graph.indexOf(passage.id);
        const figures = countFigures(graph, passage.id);
        const sections = sectionsAround(passage, graph);
        return (sections.length > 0 ? sections : [null])
          .filter(isAsked)
          .map((section) => [nodeCell(passage), section && nodeCell(section), citedBy, facts, figures]);
      });
  },
};

/** The sections that a passage or a section is directly a part of. */
const sectionsAround = ({ id }: Node, graph: FileGraph): Node[] =>
  graph
    .around(id)
    .filter(
      ({ isOut, relationship, other }) => isOut && relationship.type === 'PART_OF' && other.labels.includes('Section'),
    )
    .map(({ other }) => other);
