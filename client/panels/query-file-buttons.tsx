import { Download, Upload } from 'lucide-react';
import { useRef } from 'react';
import { t } from '../state/locale.ts';
import { pastRuns } from '../state/query-history.ts';
import { importQueries, queryFile } from '../state/query-file.ts';
import { savedQueries } from '../state/saved-queries.ts';
import { saveFile } from './save-file.ts';
import { useSignal } from './use-signal.ts';

/** Gives all that is kept as a file, and takes such a file. */
export function QueryFileButtons() {
  const input = useRef<HTMLInputElement>(null);
  const isEmpty = useSignal(pastRuns).length + useSignal(savedQueries).length === 0;
  return (
    <div className="query-acts">
      <button
        type="button"
        className="quiet icon-only"
        disabled={isEmpty}
        title={t('queries.export')}
        aria-label={t('queries.export')}
        onClick={() => {
          const { name, content } = queryFile();
          saveFile(name, new Blob([content], { type: 'application/json' }));
        }}
      >
        <Download aria-hidden="true" size={16} />
      </button>
      <button
        type="button"
        className="quiet icon-only"
        title={t('queries.import')}
        aria-label={t('queries.import')}
        onClick={() => input.current?.click()}
      >
        <Upload aria-hidden="true" size={16} />
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('queries.import')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void importQueries(file);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
