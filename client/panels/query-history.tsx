import { t } from '../state/locale.ts';
import { pastRuns } from '../state/query-history.ts';
import { openInEditor } from '../state/workbench.ts';
import { useSignal } from './use-signal.ts';

/** What was run, and what was saved: each opens in the editor again. */
export function QueryHistory() {
  const runs = useSignal(pastRuns);
  return (
    <section className="query-history" aria-label={t('queries.title')}>
      <ul>
        {runs.map(({ id, cypher, params }) => (
          <li key={id}>
            <button type="button" onClick={() => openInEditor(cypher, params)}>
              {cypher}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
