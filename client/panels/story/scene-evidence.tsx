import { kindOf } from '../../state/story/scene-evidence.ts';
import type { SceneEvidence as Evidence } from '../../state/story/scene-evidence.ts';
import { Citations } from '../reading/citations.tsx';
import { PlaceLink } from '../reading/place-link.tsx';

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
      {passages.map(({ id, address, place, gist }) => (
        <p key={id} className="scene-passage">
          {gist} <PlaceLink to={{ address, place, passageId: id }} />
        </p>
      ))}
    </>
  );
}
