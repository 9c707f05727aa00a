import { Search } from 'lucide-react';
import { useState } from 'react';
import { formatNumber, t } from '../../state/locale.ts';
import { pastRuns } from '../../state/workbench/query-history.ts';
import { areQueriesKept } from '../../state/workbench/query-keeping.ts';
import { queryMessage } from '../../state/workbench/query-message.ts';
import { savedQueries } from '../../state/workbench/saved-queries.ts';
import { KeptMessage } from '../widgets/kept-message.tsx';
import { QueryFileButtons } from './query-file-buttons.tsx';
import { QueryRuns } from './query-runs.tsx';
import { QuerySaved } from './query-saved.tsx';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** What was run, and what was saved under a name: each opens in the editor again. */
export function QueryHistory() {
  const [list, setList] = useState<'runs' | 'saved'>('runs');
  const [text, setText] = useState('');
  const counts = { runs: useSignal(pastRuns).length, saved: useSignal(savedQueries).length };
  const areKept = useSignal(areQueriesKept);
  const message = useSignal(queryMessage);
  const focus = useKeptFocus();
  return (
    <section {...focus} className="query-history" aria-label={t('queries.title')}>
      <div className="query-history-bar">
        <div className="segments" role="group" aria-label={t('queries.title')}>
          {(['runs', 'saved'] as const).map((name) => (
            <button key={name} type="button" aria-pressed={name === list} onClick={() => setList(name)}>
              {t(`queries.${name}`)} <span className="count">{formatNumber(counts[name])}</span>
            </button>
          ))}
        </div>
        <QueryFileButtons />
      </div>
      <label className="query-search">
        <Search aria-hidden="true" size={16} />
        <span className="visually-hidden">{t('queries.search')}</span>
        <input
          type="search"
          placeholder={t('queries.search')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            // It empties the field first, and closes the workbench only then.
            if (event.key !== 'Escape' || text === '') return;
            event.preventDefault();
            setText('');
          }}
        />
      </label>
      <KeptMessage message={message} onDismiss={() => (queryMessage.value = null)} />
      {!areKept && <p className="hint">{t('queries.notKept')}</p>}
      {list === 'runs' ? <QueryRuns text={text} /> : <QuerySaved text={text} />}
    </section>
  );
}
