import type { Answer } from '../../server/contract/answer.ts';
import type { Scene } from '../../server/contract/data-set/scene.ts';
import { ask } from './loaded-store.ts';
import type { LoadedStore } from './loaded-store.ts';

/** What a scene of the built-in data set is answered with. */
export const answerToScene = (store: LoadedStore, { query, parameters }: Scene): Promise<Answer> =>
  ask(store, query, parameters);

/** The nodes of a scene's picture: what its query answers, less what its steps and filters take off. */
export function nodesOfScene({ graph }: Answer, { steps, filters }: Scene): string[] {
  const isOff = (labels: readonly string[]): boolean => labels.some((label) => filters.labelsOff.includes(label));
  const shown = graph.nodes.filter(({ labels }) => !isOff(labels)).map(({ id }) => id);
  return steps.reduce((ids, step) => ids.filter((id) => step.ids.includes(id) === (step.kind === 'keep')), shown);
}

/** What of a scene's evidence neither came with its picture nor is a passage. */
export function lackingEvidence({ graph }: Answer, { evidence }: Scene, passages: ReadonlySet<string>): string[] {
  const there = new Set([...graph.nodes, ...graph.relationships].map(({ id }) => id));
  return evidence.filter((id) => !there.has(id) && !passages.has(id));
}
