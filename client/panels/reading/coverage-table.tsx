import { Fragment } from 'react';
import { coverage, percentOf, textShares } from '../../state/reading/coverage.ts';
import { omissionsInWords } from '../../state/reading/coverage-words.ts';
import { t } from '../../state/locale.ts';
import { placeInWords } from '../../state/reading/place-in-words.ts';
import { openReadingAt } from '../../state/reading/reading.ts';
import { MoreButton } from '../widgets/more-button.tsx';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { usePortion } from '../hooks/use-portion.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Passages that are shown before more are asked for. */
const atFirst = 60;

/** The strip in words: a row for each passage. */
export function CoverageTable() {
  const shares = useSignal(textShares);
  const portion = usePortion(useSignal(coverage), atFirst);
  const kept = useKeptFocus();
  const hasText = shares.size > 0;
  return (
    <div {...kept} className="coverage-table" role="region" aria-label={t('coverage.table')} tabIndex={0}>
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
            <th scope="col" className="number">
              {t('column.leftOut')}
            </th>
          </tr>
        </thead>
        <tbody>
          {portion.shown.map(({ address, nodes, relationships, figures, leftOut }) => {
            const percent = percentOf(shares.get(address));
            return (
              <Fragment key={address}>
                <tr>
                  <th scope="row">
                    <button type="button" className="link" title={address} onClick={() => openReadingAt(address)}>
                      {placeInWords(address)}
                    </button>
                  </th>
                  <td className="number">{nodes}</td>
                  <td className="number">{relationships}</td>
                  <td className="number">{figures}</td>
                  {hasText && <td className="number">{percent === undefined ? '–' : `${percent}%`}</td>}
                  <td className="number">{leftOut.length}</td>
                </tr>
                {leftOut.length > 0 && (
                  <tr className="coverage-omissions">
                    <td colSpan={hasText ? 6 : 5}>
                      {omissionsInWords(leftOut).map((omission) => (
                        <span key={omission} className="coverage-omission">
                          {omission}
                        </span>
                      ))}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <MoreButton portion={portion} label={({ n, left }) => t('coverage.more', { n, left })} />
    </div>
  );
}
