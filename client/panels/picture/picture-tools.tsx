import { arranging } from '../../state/picture/arranging.ts';
import { isLassoOn } from '../../state/picture/lasso.ts';
import { t } from '../../state/locale.ts';
import { LitNote } from '../reading/lit-note.tsx';
import { Minimap } from './minimap.tsx';
import { useLasting } from '../hooks/use-lasting.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Milliseconds after which it is worth a word that something is going on. */
const patience = 400;

/** What stands at the edges of the picture: what is going on, and the map. */
export function PictureTools() {
  const isOn = useSignal(isLassoOn);
  const layout = useSignal(arranging);
  const isLong = useLasting(layout !== null, patience);
  return (
    <>
      {isOn && (
        <p className="picture-note" role="status">
          {t('lasso.hint')}
        </p>
      )}
      {isLong && layout && (
        <div className="picture-note" role="status">
          {t('layout.busy')}{' '}
          <button type="button" className="link" onClick={layout.stop}>
            {t('layout.stop')}
          </button>
        </div>
      )}
      {!isOn && !isLong && <LitNote />}
      <Minimap />
    </>
  );
}
