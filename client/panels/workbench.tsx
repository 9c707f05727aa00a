import { Maximize2, Minimize2, Play, X } from 'lucide-react';
import { t } from '../state/locale.ts';
import { activeTab, run, stop, writeCypher } from '../state/workbench.ts';
import { isWorkbenchOpen, isWorkbenchTall } from '../state/workbench-frame.ts';
import { Results } from './results.tsx';
import { useSignal } from './use-signal.ts';

/** Where the reader writes queries, below the picture or over it. */
export function Workbench() {
  const tab = useSignal(activeTab);
  const isTall = useSignal(isWorkbenchTall);
  return (
    <section className="workbench" data-tall={isTall} aria-label={t('workbench.title')}>
      <header className="workbench-bar">
        <button type="button" className="primary" onClick={() => void run('run')}>
          <Play aria-hidden="true" size={16} /> {t('workbench.run')}
        </button>
        <button type="button" onClick={() => void run('explain')}>
          {t('workbench.explain')}
        </button>
        <button type="button" onClick={() => void run('profile')}>
          {t('workbench.profile')}
        </button>
        <button
          type="button"
          className="icon-only"
          aria-label={t(isTall ? 'workbench.lower' : 'workbench.tall')}
          onClick={() => (isWorkbenchTall.value = !isTall)}
        >
          {isTall ? <Minimize2 aria-hidden="true" size={18} /> : <Maximize2 aria-hidden="true" size={18} />}
        </button>
        <button
          type="button"
          className="icon-only"
          aria-label={t('workbench.close')}
          onClick={() => (isWorkbenchOpen.value = false)}
        >
          <X aria-hidden="true" size={18} />
        </button>
      </header>
      <div className="workbench-parts">
        <textarea
          aria-label={t('editor.label')}
          value={tab.cypher}
          onChange={({ target }) => writeCypher(tab.id, target.value)}
        />
        <Results
          run={tab.run}
          onStop={stop}
          onShow={() => undefined}
          onReplace={() => undefined}
          onRunAgain={(limit) => void run('run', limit)}
        />
      </div>
    </section>
  );
}
