import { computed, signal } from '@preact/signals-core';
import type { Node } from '../../../server/contract/graph.ts';
import { referencesIn } from '../../api/api.ts';
import { getToKnow } from '../known-answer.ts';
import type { KnownAnswer } from '../known-answer.ts';

/** What the named query of the document's passages came to. */
export const knownPassages = signal<KnownAnswer>({ kind: 'waiting' });

/** Fetches the passages once the first picture stands, so that each address has a name and leads somewhere. */
export const loadPassages = (): Promise<void> => getToKnow(knownPassages, 'passages');

/** The document's passages in reading order; empty until they have arrived. */
export const passages = computed<readonly Node[]>(() => {
  if (knownPassages.value.kind !== 'answered') return [];
  const { graph, table } = knownPassages.value.answer;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return table.rows.flatMap((row) => {
    const id = referencesIn(row).nodes[0];
    return (id !== undefined && nodes.get(id)) || [];
  });
});

/** Passages by their address in the document. */
export const passageAt = computed(() => new Map(passages.value.map((node) => [node.properties['address'], node])));

/** What a passage gave to the graph, counted as an author wrote it: a figure is one, with the line to what it measures. */
export interface Given {
  nodes: number;
  relationships: number;
  figures: number;
}

export const nothingGiven: Given = { nodes: 0, relationships: 0, figures: 0 };

/** What each passage gave, by its id: known with the passages, whether or not what they gave has come. */
export const given = computed<ReadonlyMap<string, Given>>(() => {
  if (knownPassages.value.kind !== 'answered') return new Map();
  const { columns, rows } = knownPassages.value.answer.table;
  return new Map(
    rows.map((row) => {
      const countIn = (column: string): number => Number(row[columns.indexOf(column)] ?? 0);
      const figures = countIn('figures');
      const counts = { nodes: countIn('citedBy') - figures, relationships: countIn('facts') - figures, figures };
      return [referencesIn(row).nodes[0] ?? '', counts];
    }),
  );
});

/** Where a passage or section is in the document. */
export const addressOf = ({ properties }: Node): string =>
  typeof properties['address'] === 'string' ? properties['address'] : '';

/** Whether a node is one of the document's passages. */
export const isPassage = (node: Node): boolean => passageAt.value.get(node.properties['address'])?.id === node.id;
