import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { evidenceOf } from '../../state/story/scene-evidence.ts';
import { inLocale, t } from '../../state/locale.ts';
import { passages } from '../../state/reading/passages.ts';
import { picture } from '../../state/picture/picture.ts';
import { openScene, presentScene } from '../../state/story/scenes.ts';
import type { AnyScene } from '../../state/story/scenes.ts';
import { SceneEvidence } from './scene-evidence.tsx';
import { useSignal } from '../hooks/use-signal.ts';

interface SceneItemProps {
  scene: AnyScene;
  /** Its place in the list, from 0. */
  index: number;
  /** Moves it in its list by keys, up or down, where it can be moved. */
  onMove?: (step: number) => void;
  children?: ReactNode;
}

/** Where keys move a scene. */
const stepOf: Partial<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** A scene of a list: it opens by its name; of the one on screen all is told. `children` are what else can be done with it. */
export function SceneItem({ scene, index, onMove, children }: SceneItemProps) {
  const isPresent = useSignal(presentScene)?.id === scene.id;
  const line = useRef<HTMLDivElement>(null);
  // Whoever pages on by keys, or by the bar below the picture, sees where they are.
  useEffect(() => {
    if (isPresent) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isPresent]);
  return (
    <div ref={line} className="scene-item" data-present={isPresent}>
      <div className="scene-line">
        <button
          type="button"
          className="scene-name"
          aria-current={isPresent ? 'true' : undefined}
          onClick={() => void openScene(scene.id)}
          onKeyDown={(event) => {
            const step = event.altKey ? stepOf[event.key] : undefined;
            if (step === undefined || !onMove) return;
            event.preventDefault();
            onMove(step);
          }}
        >
          <span className="scene-number">{index + 1}</span>
          <span>{inLocale(scene.title)}</span>
        </button>
        {children}
      </div>
      {isPresent && <SceneTold scene={scene} />}
    </div>
  );
}

/** What the scene on screen rests on, and what to say with it. */
function SceneTold({ scene }: { scene: AnyScene }) {
  // Evidence is what has arrived with the picture, and the passages.
  useSignal(picture);
  useSignal(passages);
  const { grounds, passages: cited } = evidenceOf(scene);
  const notes = inLocale(scene.notes);
  return (
    <div className="scene-told">
      {grounds.length + cited.length > 0 && (
        <>
          <h4>{t('scenes.evidence')}</h4>
          <SceneEvidence grounds={grounds} passages={cited} />
        </>
      )}
      {notes !== '' && (
        <>
          <h4>{t('scenes.notes')}</h4>
          <p className="scene-notes">{notes}</p>
        </>
      )}
    </div>
  );
}
