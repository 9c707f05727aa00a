import { X } from 'lucide-react';
import { t } from '../../state/locale.ts';
import { passages } from '../../state/reading/passages.ts';
import { picture } from '../../state/picture/picture.ts';
import { evidenceOf } from '../../state/story/scene-evidence.ts';
import type { AnyScene } from '../../state/story/scenes.ts';
import { isEvidenceOpen } from '../../state/story/show.ts';
import { SceneEvidence } from './scene-evidence.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** What the caption of the scene rests on, beside its picture. */
export function ShowEvidence({ scene }: { scene: AnyScene }) {
  useSignal(picture);
  useSignal(passages);
  const { grounds, passages: cited } = evidenceOf(scene);
  return (
    <aside className="show-evidence" aria-label={t('scenes.evidence')}>
      <header>
        <h2>{t('scenes.evidence')}</h2>
        <button
          type="button"
          className="quiet icon-only"
          aria-label={t('show.closeEvidence')}
          title={t('show.closeEvidence')}
          onClick={() => (isEvidenceOpen.value = false)}
        >
          <X aria-hidden="true" size={18} />
        </button>
      </header>
      {grounds.length + cited.length === 0 ? (
        <p className="hint">{t('show.noEvidence')}</p>
      ) : (
        <SceneEvidence grounds={grounds} passages={cited} />
      )}
    </aside>
  );
}
