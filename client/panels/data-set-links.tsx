import { useEffect } from 'react';
import { dataSets, linkTo, loadDataSets, titleOf } from '../state/data-sets.ts';
import { t } from '../state/locale.ts';
import { useSignal } from './use-signal.ts';

/** The data sets that there are, for who followed a link to one that there is not. */
export function DataSetLinks() {
  const all = useSignal(dataSets);
  useEffect(() => void loadDataSets(), []);
  if (all.length === 0) return null;
  return (
    <nav className="data-set-links" aria-label={t('dataSets.label')}>
      <p>{t('dataSets.there')}</p>
      <ul>
        {all.map((dataSet) => (
          <li key={dataSet.name}>
            <a href={linkTo(dataSet)}>{titleOf(dataSet)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
