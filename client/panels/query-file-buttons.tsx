import { t } from '../state/locale.ts';
import { pastRuns } from '../state/query-history.ts';
import { importQueries, queryFile } from '../state/query-file.ts';
import { savedQueries } from '../state/saved-queries.ts';
import { FileButtons } from './file-buttons.tsx';
import { useSignal } from './use-signal.ts';

/** Gives all that is kept as a file, and takes such a file. */
export function QueryFileButtons() {
  return (
    <FileButtons
      save={t('queries.export')}
      add={t('queries.import')}
      className="query-acts"
      isEmpty={useSignal(pastRuns).length + useSignal(savedQueries).length === 0}
      fileOf={queryFile}
      onFile={(file) => void importQueries(file)}
    />
  );
}
