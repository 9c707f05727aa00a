import { computed, signal } from '@preact/signals-core';
import type { Node } from '../../server/contract.ts';
import { referencesIn, runQuery } from '../api/api.ts';
import { notify, problemOf } from './notices.ts';
import { learn } from './picture.ts';

/** The document's passages in reading order; empty until they have arrived. */
export const passages = signal<readonly Node[]>([]);

/** Passages by their address in the document. */
export const passageAt = computed(() => new Map(passages.value.map((node) => [node.properties['address'], node])));

/** Where a passage or section is in the document. */
export const addressOf = ({ properties }: Node): string =>
  typeof properties['address'] === 'string' ? properties['address'] : '';

/** Whether a node is one of the document's passages. */
export const isPassage = (node: Node): boolean => passageAt.value.get(node.properties['address'])?.id === node.id;

/** Fetches the passages once the first picture stands, so that each address has a name and leads somewhere. */
export async function loadPassages(): Promise<void> {
  try {
    const answer = await runQuery('passages', {});
    const nodes = new Map(answer.graph.nodes.map((node) => [node.id, node]));
    learn(answer.graph);
    passages.value = answer.table.rows.flatMap((row) => {
      const id = referencesIn(row).nodes[0];
      return (id !== undefined && nodes.get(id)) || [];
    });
  } catch (error) {
    notify({ kind: 'problem', problem: problemOf(error) });
  }
}
