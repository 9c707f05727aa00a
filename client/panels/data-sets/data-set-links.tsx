import { useEffect } from 'react';
import { dataSets, linkTo, loadDataSets, otherDataSets, titleOf } from '../../state/data-sets.ts';
import { t } from '../../state/locale.ts';
import { DataSetsToLoad } from './data-sets-to-load.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** The other data sets that there are, for who followed a link to one that there is not, or that cannot be opened. */
export function DataSetLinks() {
  const all = useSignal(dataSets);
  const others = useSignal(otherDataSets);
  useEffect(() => void loadDataSets(), []);
  const toLoad = all.filter((dataSet) => dataSet.toLoad !== undefined);
  if (others.length + toLoad.length === 0) return null;
  return (
    <nav className="data-set-links" aria-label={t('dataSets.label')}>
      {others.length > 0 && (
        <>
          <p>{t('dataSets.there')}</p>
          <ul>
            {others.map((dataSet) => (
              <li key={dataSet.name}>
                <a href={linkTo(dataSet)}>{titleOf(dataSet)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <DataSetsToLoad of={toLoad} />
    </nav>
  );
}
