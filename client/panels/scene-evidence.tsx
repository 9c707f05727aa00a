import { t } from '../state/locale.ts';
import type { SceneEvidence as Evidence } from '../state/scene-evidence.ts';
import { select } from '../state/select-actions.ts';
import { Citations } from './citations.tsx';

/** The quotes on which a scene rests, and the passages, each with the way to its place in the document. */
export function SceneEvidence({ citations, passages }: Evidence) {
  return (
    <>
      <Citations grounds={{ citations: [...citations], isDerived: false, derivedFrom: '' }} />
      {passages.map(({ id, place, gist }) => (
        <p key={id} className="scene-passage">
          {gist}{' '}
          <button type="button" className="link" onClick={() => select(id)}>
            {t('inspector.at', { address: place })}
          </button>
        </p>
      ))}
    </>
  );
}
