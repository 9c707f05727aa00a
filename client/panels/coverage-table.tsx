import { coverage, percentOf, textShares } from '../state/coverage.ts';
import { placeOf } from '../state/coverage-words.ts';
import { t } from '../state/locale.ts';
import { openReadingAt } from '../state/reading.ts';
import { visibleText } from '../state/visible-text.ts';
import { MoreButton } from './more-button.tsx';
import { usePortion } from './use-portion.ts';
import { useSignal } from './use-signal.ts';

/** Passages that are shown before more are asked for. */
const atFirst = 60;

/** The strip in words: a row for each passage. */
export function CoverageTable() {
  const shares = useSignal(textShares);
  const portion = usePortion(useSignal(coverage), atFirst);
  const hasText = shares.size > 0;
  return (
    <div className="coverage-table" role="region" aria-label={t('coverage.table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('column.passage')}</th>
            {(['nodes', 'relationships', 'figures'] as const).map((kind) => (
              <th key={kind} scope="col" className="number">
                {t(`column.${kind}`)}
              </th>
            ))}
            {hasText && (
              <th scope="col" className="number">
                {t('coverage.legend.share')}
              </th>
            )}
            <th scope="col">{t('column.leftOut')}</th>
          </tr>
        </thead>
        <tbody>
          {portion.shown.map(({ address, nodes, relationships, figures, leftOut }) => {
            const percent = percentOf(shares.get(address));
            return (
              <tr key={address}>
                <th scope="row">
                  <button type="button" className="link" title={address} onClick={() => openReadingAt(address)}>
                    {placeOf(address)}
                  </button>
                </th>
                <td className="number">{nodes}</td>
                <td className="number">{relationships}</td>
                <td className="number">{figures}</td>
                {hasText && <td className="number">{percent === undefined ? '–' : `${percent}%`}</td>}
                <td>
                  {leftOut.map(({ quote, reason }) => (
                    <span key={quote} className="coverage-omission">
                      {t('coverage.leftOut', { quote: visibleText(quote), reason })}
                    </span>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <MoreButton portion={portion} label={({ n, left }) => t('coverage.more', { n, left })} />
    </div>
  );
}
