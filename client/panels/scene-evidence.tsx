import { t } from '../state/locale.ts';
import { kindOf } from '../state/scene-evidence.ts';
import type { SceneEvidence as Evidence } from '../state/scene-evidence.ts';
import { select } from '../state/select-actions.ts';
import { Citations } from './citations.tsx';

/**
 * The quotes on which a scene rests, with what is derived from some, and the passages, each with the way to its place in
 * the document.
 */
export function SceneEvidence({ grounds, passages }: Evidence) {
  return (
    <>
      {grounds.map((each) => (
        <Citations key={kindOf(each)} grounds={each} />
      ))}
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
