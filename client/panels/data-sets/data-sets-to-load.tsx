import type { DataSetInfo } from '../../../server/contract/data-set-info.ts';
import { titleOf } from '../../state/data-sets.ts';
import { t } from '../../state/locale.ts';

/** Data sets that have to be loaded first, with how that is done; nothing, where there are none. */
export function DataSetsToLoad({ of }: { of: readonly DataSetInfo[] }) {
  if (of.length === 0) return null;
  return (
    <div className="data-sets-missing">
      <p className="hint">{t('dataSets.missing')}</p>
      <dl>
        {of.map((dataSet) => (
          <div key={dataSet.name}>
            <dt>{titleOf(dataSet)}</dt>
            <dd>
              <code>{dataSet.toLoad}</code>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
