import type { Answer } from '../../server/contract/answer.ts';
import type { Ontology } from '../../server/contract/data-set/ontology.ts';
import { seededChance } from '../../client/layout/seeded-chance.ts';

/**
 * An answer with a graph of a size, the same each time: names of some characters, labels and types of an ontology, and
 * relationships of which some nodes have many.
 */
export function largeAnswer({ labels, types }: Ontology, size: { nodes: number; relationships: number }): Answer {
  const chance = seededChance(11);
  const below = (most: number): number => Math.floor(chance() * most);
  const nodes = Array.from({ length: size.nodes }, (_, index) => ({
    id: `n${index}`,
    labels: [labels[below(labels.length)]?.name ?? 'Node'],
    properties: { name: `第${index}号${'律师事务所委员会'.slice(0, 2 + below(6))}`, nameEn: `Office number ${index}` },
  }));
  const relationships = Array.from({ length: size.relationships }, (_, index) => ({
    id: `r${index}`,
    type: types[below(types.length)]?.name ?? 'MEETS',
    // The third power lets the first nodes have most relationships.
    start: `n${Math.floor(chance() ** 3 * size.nodes)}`,
    end: `n${below(size.nodes)}`,
    properties: {},
  }));
  return { graph: { nodes, relationships }, table: { columns: [], rows: [] }, truncated: false, ms: 1, notices: [] };
}
