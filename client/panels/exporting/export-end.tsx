import { doneSentence, exportProblem, exportState } from '../../state/exporting/run-export.ts';
import { formatNumber, t } from '../../state/locale.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** How far the file has come, what it is called and how large it is, or why there is none. */
export function ExportEnd() {
  const state = useSignal(exportState);
  return (
    <div className="export-end">
      <div role="status">
        {state?.kind === 'running' && <Running share={state.share} />}
        {state?.kind === 'done' && <p>{doneSentence(state)}</p>}
        {state?.kind === 'done' && state.cut !== null && (
          <p className="export-warning">{t('exporting.cut', state.cut)}</p>
        )}
        {state?.kind === 'done' && state.unanswered > 0 && (
          <p className="export-warning">{t('exporting.unanswered', { n: state.unanswered })}</p>
        )}
        {state?.kind === 'done' && state.isWithoutOwn && <p className="export-warning">{t('exporting.withoutOwn')}</p>}
        {state?.kind === 'done' && state.undrawn.length > 0 && (
          <p className="export-warning">{t('exporting.undrawn', undrawnIn(state.undrawn))}</p>
        )}
      </div>
      {state?.kind === 'failed' && (
        <p className="export-warning" role="alert">
          {exportProblem(state.error)}
        </p>
      )}
    </div>
  );
}

/** More letters than these are counted only. */
const mostLetters = 20;

const undrawnIn = (letters: readonly string[]): { n: number; letters: string } => ({
  n: letters.length,
  letters: letters.slice(0, mostLetters).join(' ') + (letters.length > mostLetters ? ' …' : ''),
});

function Running({ share }: { share: number | null }) {
  return (
    <>
      <p>
        {share === null
          ? t('exporting.running')
          : t('exporting.runningShare', { percent: formatNumber(Math.round(100 * share)) })}
      </p>
      <progress aria-hidden="true" max={1} {...(share !== null && { value: share })} />
    </>
  );
}
