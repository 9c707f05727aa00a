import { problemSentence, t } from '../state/locale.ts';
import { areScenesTakenUp } from '../state/scene-keeping.ts';
import { loadScenes, presentScenes, storyProblem } from '../state/scenes.ts';
import { story } from '../state/story.ts';
import { useSignal } from './use-signal.ts';

/** Why the show has no scene: they are on their way, did not come, or there are none. */
export function ShowMissing() {
  const problem = useSignal(storyProblem);
  const isStoryKnown = useSignal(story) !== null;
  const areOwnKnown = useSignal(areScenesTakenUp);
  const hasScenes = useSignal(presentScenes).length > 0;
  if (problem) {
    return (
      <p role="alert">
        {t('scenes.storyFailed', { why: problemSentence(problem) })}{' '}
        <button type="button" className="link" onClick={() => void loadScenes()}>
          {t('page.retry')}
        </button>
      </p>
    );
  }
  // Where there are some, a step leads to the first.
  if (hasScenes) return null;
  return <p role="status">{t(isStoryKnown && areOwnKnown ? 'show.empty' : 'scenes.loading')}</p>;
}
