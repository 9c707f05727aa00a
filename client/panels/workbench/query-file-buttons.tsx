import { t } from '../../state/locale.ts';
import { pastRuns } from '../../state/workbench/query-history.ts';
import { importQueries, queryFile } from '../../state/workbench/query-file.ts';
import { savedQueries } from '../../state/workbench/saved-queries.ts';
import { FileButtons } from './file-buttons.tsx';
import { useSignal } from '../hooks/use-signal.ts';

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
