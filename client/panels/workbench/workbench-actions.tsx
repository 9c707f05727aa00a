import { Play, Square, TextAlignStart } from 'lucide-react';
import { health } from '../../state/health.ts';
import { t } from '../../state/locale.ts';
import { announce } from '../../state/notices.ts';
import { activeTab } from '../../state/workbench/workbench.ts';
import { editorControls } from '../../state/workbench/workbench-editor.ts';
import { isRunning, run, stop } from '../../state/workbench/workbench-run.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Running the query, asking how it would be run, and laying its text out. */
export function WorkbenchActions() {
  const isOff = useSignal(health)?.cypherConsole === false;
  const isBusy = useSignal(isRunning);
  const isEmpty = useSignal(activeTab).cypher.trim() === '';
  const controls = useSignal(editorControls);
  const cannot = isOff || isEmpty;
  return (
    <div className="workbench-actions" role="toolbar" aria-label={t('workbench.actions')}>
      {/* One button, so that the focus stays where it is when the query begins and ends. */}
      <button
        type="button"
        className="primary"
        disabled={cannot && !isBusy}
        title={isBusy ? t('workbench.stop') : `${t('workbench.run')} (Ctrl/⌘ Enter)`}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={isBusy ? stop : () => send('run')}
      >
        {isBusy ? <Square aria-hidden="true" size={15} /> : <Play aria-hidden="true" size={15} />}
        {t(isBusy ? 'workbench.stop' : 'workbench.run')}
      </button>
      {(['explain', 'profile'] as const).map((mode) => (
        <button
          key={mode}
          type="button"
          disabled={cannot || isBusy}
          title={t(`workbench.${mode}Hint`)}
          onClick={() => send(mode)}
        >
          {t(`workbench.${mode}`)}
        </button>
      ))}
      <button
        type="button"
        className="quiet workbench-format"
        disabled={isEmpty || controls === null}
        title={`${t('workbench.format')} (Ctrl/⌘ Shift F)`}
        aria-keyshortcuts="Control+Shift+F Meta+Shift+F"
        onClick={() => void controls?.format()}
      >
        <TextAlignStart aria-hidden="true" size={16} /> <span className="wide-text">{t('workbench.format')}</span>
      </button>
    </div>
  );
}

/** Sends the query; what keeps it from being sent gets the focus. */
export function send(mode: 'run' | 'explain' | 'profile'): void {
  if (health.peek()?.cypherConsole === false) return;
  if (run(mode) || activeTab.peek().cypher.trim() === '') return;
  announce('parameters.needed');
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.parameters [aria-invalid=true]')?.focus());
}
