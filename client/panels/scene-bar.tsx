import { ChevronLeft, ChevronRight, Play, X } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { areScenesTakenUp } from '../state/scene-keeping.ts';
import { sceneProblem, sceneProblemSentence } from '../state/scene-problem.ts';
import { inLocale, t } from '../state/locale.ts';
import {
  leaveScene,
  loadScenes,
  nextScene,
  passOverUnknownScene,
  presentScene,
  presentScenes,
  previousScene,
} from '../state/scenes.ts';
import { isPresenting, sceneId } from '../state/view.ts';
import { story } from '../state/story.ts';
import { useSignal } from './use-signal.ts';

/** The scene on screen below the picture: its title and caption, what is wrong with it, and the way to the others. */
export function SceneBar() {
  const scene = useSignal(presentScene);
  const list = useSignal(presentScenes);
  const problem = useSignal(sceneProblem);
  const known = useSignal(story);
  const areOwnKnown = useSignal(areScenesTakenUp);
  const id = useSignal(sceneId);
  useEffect(() => void loadScenes(), []);
  useEffect(() => {
    if (id !== null && known && areOwnKnown) passOverUnknownScene();
  }, [known, areOwnKnown, id]);
  if (!scene) return null;
  const index = list.indexOf(scene);
  const caption = inLocale(scene.caption);
  return (
    <section className="scene-bar" aria-label={t('scenes.place', { n: index + 1, total: list.length })}>
      <div className="scene-steps">
        <StepButton label={t('scenes.previous')} isDisabled={index === 0} onPress={() => void previousScene()}>
          <ChevronLeft aria-hidden="true" size={20} />
        </StepButton>
        <span aria-hidden="true" className="scene-place">
          {index + 1}/{list.length}
        </span>
        <StepButton label={t('scenes.next')} isDisabled={index === list.length - 1} onPress={() => void nextScene()}>
          <ChevronRight aria-hidden="true" size={20} />
        </StepButton>
      </div>
      <div className="scene-words">
        <h2>{inLocale(scene.title)}</h2>
        {caption !== '' && <p>{caption}</p>}
        {problem && (
          <p className="scene-problem" role="alert">
            {sceneProblemSentence(problem)}
          </p>
        )}
      </div>
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

interface StepButtonProps {
  label: string;
  /** At an end of the list it goes nowhere, but keeps the focus for who pages by keys. */
  isDisabled: boolean;
  onPress: () => void;
  children: ReactNode;
}

function StepButton({ label, isDisabled, onPress, children }: StepButtonProps) {
  return (
    <button
      type="button"
      className="icon-only"
      aria-label={label}
      title={label}
      aria-disabled={isDisabled}
      onClick={() => !isDisabled && onPress()}
    >
      {children}
    </button>
  );
}
