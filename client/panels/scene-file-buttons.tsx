import { Download, Upload } from 'lucide-react';
import { useRef } from 'react';
import { t } from '../state/locale.ts';
import { ownScenes } from '../state/own-scenes.ts';
import { importScenes, sceneFile } from '../state/scene-file.ts';
import { saveFile } from './save-file.ts';
import { useSignal } from './use-signal.ts';

/** Gives the reader's scenes as a file, and takes such a file. */
export function SceneFileButtons() {
  const input = useRef<HTMLInputElement>(null);
  const isEmpty = useSignal(ownScenes).length === 0;
  const [save, add] = [t('scenes.export'), t('scenes.import')];
  return (
    <div className="scene-acts">
      <button
        type="button"
        className="quiet icon-only"
        disabled={isEmpty}
        title={save}
        aria-label={save}
        onClick={() => {
          const { name, content } = sceneFile();
          saveFile(name, new Blob([content], { type: 'application/json' }));
        }}
      >
        <Download aria-hidden="true" size={16} />
      </button>
      <button
        type="button"
        className="quiet icon-only"
        title={add}
        aria-label={add}
        onClick={() => input.current?.click()}
      >
        <Upload aria-hidden="true" size={16} />
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={add}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void importScenes(file);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
