import { Play, X } from 'lucide-react';
import { useEffect } from 'react';
import { t } from '../../state/locale.ts';
import { copyScenes } from '../../state/story/own-scenes.ts';
import { loadScenes, storyProblem } from '../../state/story/scenes.ts';
import { closeScenes } from '../../state/story/scenes-panel.ts';
import { isPresenting } from '../../state/view/view.ts';
import { story } from '../../state/story/story.ts';
import { OwnSceneList } from './own-scene-list.tsx';
import { SceneItem } from './scene-item.tsx';
import { StoryFailed } from './story-failed.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** The story scene by scene, and the scenes of the reader's own. */
export function ScenesPanel() {
  const known = useSignal(story);
  const hasFailed = useSignal(storyProblem) !== null;
  useEffect(() => void loadScenes(), []);
  return (
    <div className="scenes">
      <header>
        <h2>{t('scenes.title')}</h2>
        <button type="button" className="primary present" title="Shift M" onClick={() => (isPresenting.value = true)}>
          <Play aria-hidden="true" size={16} /> {t('show.start')}
        </button>
        <button
          type="button"
          className="quiet icon-only"
          aria-label={t('scenes.close')}
          title={t('scenes.close')}
          onClick={closeScenes}
        >
          <X aria-hidden="true" size={18} />
        </button>
      </header>
      <section aria-labelledby="scenes-story">
        <div className="scenes-heading">
          <h3 id="scenes-story">{t('scenes.story')}</h3>
          {known && known.length > 0 && (
            <button type="button" className="link" onClick={() => copyScenes(known)}>
              {t('scenes.copyStory')}
            </button>
          )}
        </div>
        {known === null && !hasFailed && <p className="hint">{t('scenes.loading')}</p>}
        <StoryFailed className="hint" />
        {known?.length === 0 && <p className="hint">{t('scenes.noStory')}</p>}
        <ol className="scene-list">
          {known?.map((scene, index) => (
            <li key={scene.id}>
              <SceneItem scene={scene} index={index} />
            </li>
          ))}
        </ol>
      </section>
      <OwnSceneList />
    </div>
  );
}
