import { ChevronLeft, ChevronRight, Play, X } from 'lucide-react';
import { useEffect } from 'react';
import { areScenesTakenUp } from '../../state/story/scene-keeping.ts';
import { t } from '../../state/locale.ts';
import {
  leaveScene,
  loadScenes,
  nextScene,
  passOverUnknownScene,
  presentScene,
  presentScenes,
  previousScene,
} from '../../state/story/scenes.ts';
import { isPresenting, sceneId } from '../../state/view/view.ts';
import { story } from '../../state/story/story.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { SceneWords } from './scene-words.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** The scene on screen below the picture: its title and caption, what is wrong with it, and the way to the others. */
export function SceneBar() {
  const scene = useSignal(presentScene);
  const list = useSignal(presentScenes);
  const known = useSignal(story);
  const areOwnKnown = useSignal(areScenesTakenUp);
  const id = useSignal(sceneId);
  useEffect(() => void loadScenes(), []);
  useEffect(() => {
    if (id !== null && known && areOwnKnown) passOverUnknownScene();
  }, [known, areOwnKnown, id]);
  if (!scene) return null;
  const index = list.indexOf(scene);
  return (
    <section className="scene-bar" aria-label={t('scenes.place', { n: index + 1, total: list.length })}>
      <div className="scene-steps">
        <IconButton label={t('scenes.previous')} isOff={index === 0} onPress={() => void previousScene()}>
          <ChevronLeft aria-hidden="true" size={20} />
        </IconButton>
        <span aria-hidden="true" className="scene-place">
          {index + 1}/{list.length}
        </span>
        <IconButton label={t('scenes.next')} isOff={index === list.length - 1} onPress={() => void nextScene()}>
          <ChevronRight aria-hidden="true" size={20} />
        </IconButton>
      </div>
      <SceneWords scene={scene} className="scene-words" heading="h2" />
      <button
        type="button"
        className="quiet icon-only"
        aria-label={t('show.start')}
        title={`${t('show.start')} (Shift M)`}
        onClick={() => (isPresenting.value = true)}
      >
        <Play aria-hidden="true" size={18} />
      </button>
      <button
        type="button"
        className="quiet icon-only"
        aria-label={t('scenes.leave')}
        title={t('scenes.leave')}
        onClick={leaveScene}
      >
        <X aria-hidden="true" size={18} />
      </button>
    </section>
  );
}
