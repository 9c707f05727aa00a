import { X } from 'lucide-react';
import { t } from '../state/locale.ts';
import { closeWorkbench } from '../state/workbench/workbench-frame.ts';

/** What stands in the workbench's place where there is no server to run queries: that it takes one. */
export function Workbench() {
  return (
    <section className="workbench-off" aria-label={t('workbench.title')}>
      <strong>{t('workbench.off')}</strong> {t('file.needsServer')}{' '}
      <button type="button" className="quiet" onClick={closeWorkbench}>
        <X aria-hidden="true" size={16} /> {t('workbench.close')}
      </button>
    </section>
  );
}
