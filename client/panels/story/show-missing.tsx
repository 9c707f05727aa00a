import { t } from '../../state/locale.ts';
import { areScenesTakenUp } from '../../state/story/scene-keeping.ts';
import { presentScenes, storyProblem } from '../../state/story/scenes.ts';
import { story } from '../../state/story/story.ts';
import { StoryFailed } from './story-failed.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** Why the show has no scene: they are on their way, did not come, or there are none. */
export function ShowMissing() {
  const hasFailed = useSignal(storyProblem) !== null;
  const isStoryKnown = useSignal(story) !== null;
  const areOwnKnown = useSignal(areScenesTakenUp);
  const hasScenes = useSignal(presentScenes).length > 0;
  if (hasFailed) return <StoryFailed />;
  // Where there are some, a step leads to the first.
  if (hasScenes) return null;
  return <p role="status">{t(isStoryKnown && areOwnKnown ? 'show.empty' : 'scenes.loading')}</p>;
}
