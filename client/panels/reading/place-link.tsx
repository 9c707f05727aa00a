import type { Citation } from '../../state/reading/evidence.ts';
import { t } from '../../state/locale.ts';
import { visitPassage } from '../../state/reading/reading.ts';

/** The way to a place in the document; it leads nowhere until the passages have arrived. */
export function PlaceLink({ to: { address, place, passageId } }: { to: Omit<Citation, 'quote'> }) {
  return (
    <button
      type="button"
      className="link"
      disabled={passageId === undefined}
      title={address}
      onClick={() => passageId !== undefined && visitPassage({ id: passageId, address })}
    >
      {t('inspector.at', { address: place })}
    </button>
  );
}
