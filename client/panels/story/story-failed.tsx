import { problemSentence, t } from '../../state/locale.ts';
import { loadScenes, storyProblem } from '../../state/story/scenes.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Why the document's story did not come, and the way to ask for it again; nothing where it did. */
export function StoryFailed({ className }: { className?: string }) {
  const problem = useSignal(storyProblem);
  if (!problem) return null;
  return (
    <p className={className} role="alert">
      {t('scenes.storyFailed', { why: problemSentence(problem) })}{' '}
      <button type="button" className="link" onClick={() => void loadScenes()}>
        {t('page.retry')}
      </button>
    </p>
  );
}
