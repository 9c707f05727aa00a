import { health } from '../../state/health.ts';
import { t } from '../../state/locale.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Where the server runs no queries of the reader's own: why, and what can be done. */
export function ConsoleOff() {
  const isOff = useSignal(health)?.cypherConsole === false;
  if (!isOff) return null;
  return (
    <div className="workbench-off" role="note">
      <strong>{t('workbench.off')}</strong> {t('workbench.offHint')}
    </div>
  );
}
