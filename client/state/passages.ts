import { computed, signal } from '@preact/signals-core';
import type { Node } from '../../server/contract/graph.ts';
import { referencesIn } from '../api/api.ts';
import { getToKnow } from './known-answer.ts';
import type { KnownAnswer } from './known-answer.ts';

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

/** Where a passage or section is in the document. */
export const addressOf = ({ properties }: Node): string =>
  typeof properties['address'] === 'string' ? properties['address'] : '';

/** Whether a node is one of the document's passages. */
export const isPassage = (node: Node): boolean => passageAt.value.get(node.properties['address'])?.id === node.id;
