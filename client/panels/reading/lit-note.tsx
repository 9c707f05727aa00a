import { litOutOfSight, lookAtLit, lookAtLitKey } from '../../state/reading/lit-out-of-sight.ts';
import { t } from '../../state/locale.ts';
import { areSingleKeysOn } from '../../state/shortcuts.ts';
import { Keys } from '../widgets/keys.tsx';
import { useLasting } from '../hooks/use-lasting.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Milliseconds in which a picture that follows, or is led, has come to what is read. */
const patience = 600;

/**
 * Tells how much of what is read stands out beyond what is seen of the picture, with what brings it into sight. The key is
 * for who points at a sentence with the mouse, and would lose it on the way to the button. It is no live region: who walks
 * through the document by ear would hear at each step about a picture.
 */
export function LitNote() {
  const count = useSignal(litOutOfSight);
  const hasKey = useSignal(areSingleKeysOn);
  const isLong = useLasting(count > 0, patience);
  if (!isLong) return null;
  return (
    <p className="picture-note lit-note">
      <span>{t('reading.litOutOfSight', { n: count })}</span>{' '}
      <button type="button" className="link" onClick={look}>
        {t('reading.see')}
      </button>
      {hasKey && <Keys keys={[lookAtLitKey]} />}
    </p>
  );
}

/** The button goes as it is pressed: keys go on from the picture. */
function look(): void {
  document.querySelector<HTMLElement>('.canvas')?.focus({ preventScroll: true });
  lookAtLit();
}
