import { useEffect, useState } from 'react';
import { arranging } from '../state/arranging.ts';
import { isLassoOn } from '../state/lasso.ts';
import { t } from '../state/locale.ts';
import { Minimap } from './minimap.tsx';
import { useSignal } from './use-signal.ts';

/** What stands at the edges of the picture: what is going on, and the map. */
export function PictureTools() {
  const isOn = useSignal(isLassoOn);
  const layout = useSignal(arranging);
  const isLong = useLasting(layout !== null);
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
      <Minimap />
    </>
  );
}

/** Milliseconds after which it is worth a word that something is going on. */
const patience = 400;

/** Whether something has been so for a while: what is over at once would only flicker. */
function useLasting(isSo: boolean): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isSo) return undefined;
    const timer = setTimeout(() => setIsLong(true), patience);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isSo]);
  return isSo && isLong;
}
