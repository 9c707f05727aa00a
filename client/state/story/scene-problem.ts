import { computed } from '@preact/signals-core';
import type { Problem } from '../../../server/contract/problem.ts';
import { joinWords, problemSentence, t } from '../locale.ts';
import { nameOfId, picture } from '../picture/picture.ts';
import { presentScene, repeatedId, sourceOf } from './scenes.ts';
import { failure, isBusy } from '../view/session.ts';
import { story } from './story.ts';
import { steps } from '../view/view.ts';

/** What is wrong with the scene on screen; the others can be shown all the same. */
export type SceneProblem =
  /** There is no picture. */
  | { kind: 'failed'; problem: Problem }
  /** It repeats a scene that the story does not have any more. */
  | { kind: 'unknown'; id: string }
  /** Nodes that it names are not in the graph any more: the rest is shown. */
  | { kind: 'gone'; ids: readonly string[] };

export const sceneProblem = computed<SceneProblem | null>(() => {
  const scene = presentScene.value;
  if (!scene || !story.value) return null;
  if (failure.value) return { kind: 'failed', problem: failure.value };
  const source = sourceOf(scene);
  if (!source) {
    const id = repeatedId(scene);
    return id === null ? null : { kind: 'unknown', id };
  }
  // Who has taken something off, or narrowed the picture, knows what is missing.
  if (isBusy.value || steps.value.length !== source.steps.length) return null;
  const named = new Set([...source.focus, ...Object.keys(source.positions)]);
  const ids = [...named].filter((id) => !picture.value.nodes.has(id) && !picture.value.hidden.has(id));
  return ids.length === 0 ? null : { kind: 'gone', ids };
});

/** What is wrong, as a sentence. */
export function sceneProblemSentence(problem: SceneProblem): string {
  switch (problem.kind) {
    case 'failed':
      return t('scenes.failed', { why: problemSentence(problem.problem) });
    case 'unknown':
      return t('scenes.sourceGone', { id: problem.id });
    case 'gone':
      return t('scenes.gone', { names: joinWords(problem.ids.map(nameOfId)) });
  }
}
