import { ArrowDown, ArrowUp, ListPlus, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { inLocale, t } from '../../state/locale.ts';
import {
  changeScene,
  deleteScene,
  moveScene,
  ownScenes,
  saveScene,
  sceneMessage,
} from '../../state/story/own-scenes.ts';
import type { OwnScene } from '../../state/story/own-scenes.ts';
import { importScenes, sceneFile } from '../../state/story/scene-file.ts';
import { areScenesKept } from '../../state/story/scene-keeping.ts';
import { nameOfView } from '../../state/story/scenes.ts';
import { FileButtons } from '../workbench/file-buttons.tsx';
import { KeptMessage } from '../widgets/kept-message.tsx';
import { SceneForm } from './scene-form.tsx';
import { SceneItem } from './scene-item.tsx';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** The reader's own scenes: the present view can be added, and each be moved, changed and deleted. */
export function OwnSceneList() {
  const scenes = useSignal(ownScenes);
  const areKept = useSignal(areScenesKept);
  const message = useSignal(sceneMessage);
  const [isSaving, setSaving] = useState(false);
  const focus = useKeptFocus<HTMLElement>();
  return (
    <section {...focus} aria-labelledby="scenes-own">
      <div className="scenes-heading">
        <h3 id="scenes-own">{t('scenes.own')}</h3>
        <FileButtons
          save={t('scenes.export')}
          add={t('scenes.import')}
          className="scene-acts"
          isEmpty={scenes.length === 0}
          fileOf={sceneFile}
          onFile={(file) => void importScenes(file)}
        />
      </div>
      <KeptMessage message={message} onDismiss={() => (sceneMessage.value = null)} />
      {!areKept && <p className="hint">{t('scenes.notKept')}</p>}
      {scenes.length === 0 && <p className="hint">{t('scenes.noOwn')}</p>}
      {scenes.length > 1 && <p className="hint">{t('scenes.listHint')}</p>}
      <ol className="scene-list">
        {scenes.map((scene, index) => (
          <li key={scene.id}>
            <OwnSceneItem scene={scene} index={index} />
          </li>
        ))}
      </ol>
      {isSaving ? (
        <SceneForm
          words={{ title: nameOfView(), caption: '', notes: '' }}
          onKeep={(words) => saveScene(words) !== null}
          onDone={() => setSaving(false)}
        />
      ) : (
        <button type="button" className="save-scene" onClick={() => setSaving(true)}>
          <ListPlus aria-hidden="true" size={16} /> {t('scenes.save')}
        </button>
      )}
    </section>
  );
}

function OwnSceneItem({ scene, index }: { scene: OwnScene; index: number }) {
  const [isEdited, setEdited] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEdited = useRef(false);
  useEffect(() => {
    // Whoever closes the form goes on where it was opened.
    if (wasEdited.current && !isEdited) editButton.current?.focus();
    wasEdited.current = isEdited;
  }, [isEdited]);
  const count = useSignal(ownScenes).length;
  const { id } = scene;
  const name = inLocale(scene.title);
  if (isEdited) {
    return (
      <SceneForm
        words={{ title: name, caption: inLocale(scene.caption), notes: inLocale(scene.notes) }}
        onKeep={(words) => changeScene(id, words)}
        onDone={() => setEdited(false)}
      />
    );
  }
  return (
    <SceneItem scene={scene} index={index} onMove={(step) => moveScene(id, index + step)}>
      <div className="scene-acts">
        <ActButton act="up" name={name} isDisabled={index === 0} onPress={() => moveScene(id, index - 1)}>
          <ArrowUp aria-hidden="true" size={16} />
        </ActButton>
        <ActButton act="down" name={name} isDisabled={index === count - 1} onPress={() => moveScene(id, index + 1)}>
          <ArrowDown aria-hidden="true" size={16} />
        </ActButton>
        <ActButton act="edit" name={name} button={editButton} onPress={() => setEdited(true)}>
          <Pencil aria-hidden="true" size={16} />
        </ActButton>
        <ActButton act="delete" name={name} onPress={() => deleteScene(id)}>
          <Trash2 aria-hidden="true" size={16} />
        </ActButton>
      </div>
    </SceneItem>
  );
}

interface ActButtonProps {
  act: 'up' | 'down' | 'edit' | 'delete';
  /** What the scene is called. */
  name: string;
  isDisabled?: boolean;
  button?: RefObject<HTMLButtonElement | null>;
  onPress: () => void;
  children: ReactNode;
}

function ActButton({ act, name, isDisabled = false, button, onPress, children }: ActButtonProps) {
  const word = t(`scenes.act.${act}`);
  return (
    <button
      ref={button}
      type="button"
      className="quiet icon-only"
      title={word}
      aria-label={t('scenes.actOn', { act: word, name })}
      // Not `disabled`: whoever moves a scene to an end by this very button keeps the focus on it.
      aria-disabled={isDisabled}
      onClick={() => !isDisabled && onPress()}
    >
      {children}
    </button>
  );
}
