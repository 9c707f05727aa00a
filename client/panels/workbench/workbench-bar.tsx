import { ChevronDown, ChevronUp, History, X } from 'lucide-react';
import { t } from '../../state/locale.ts';
import { closeWorkbench, isHistoryShown, isWorkbenchTall } from '../../state/workbench/workbench-frame.ts';
import { useSignal } from '../hooks/use-signal.ts';
import { WorkbenchTabs } from './workbench-tabs.tsx';

/** The tabs, and what concerns the workbench as a whole. */
export function WorkbenchBar() {
  const isTall = useSignal(isWorkbenchTall);
  const hasHistory = useSignal(isHistoryShown);
  const height = t(isTall ? 'workbench.lower' : 'workbench.tall');
  return (
    <header className="workbench-bar">
      <WorkbenchTabs />
      <button
        type="button"
        className="quiet"
        aria-pressed={hasHistory}
        title={t('queries.title')}
        onClick={() => (isHistoryShown.value = !hasHistory)}
      >
        <History aria-hidden="true" size={16} /> <span className="wide-text">{t('queries.title')}</span>
      </button>
      <button
        type="button"
        className="icon-only workbench-height"
        title={height}
        aria-label={height}
        aria-pressed={isTall}
        onClick={() => (isWorkbenchTall.value = !isTall)}
      >
        {isTall ? <ChevronDown aria-hidden="true" size={18} /> : <ChevronUp aria-hidden="true" size={18} />}
      </button>
      <button
        type="button"
        className="icon-only"
        title={t('workbench.close')}
        aria-label={t('workbench.close')}
        onClick={closeWorkbench}
      >
        <X aria-hidden="true" size={18} />
      </button>
    </header>
  );
}
