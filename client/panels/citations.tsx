import { Quote } from 'lucide-react';
import { select } from '../state/select-actions.ts';
import type { Grounds } from '../state/evidence.ts';
import { t } from '../state/locale.ts';

/** Quotes with the way to their places in the document, and what a derived fact follows from. */
export function Citations({ grounds }: { grounds: Grounds }) {
  const { citations, isDerived, derivedFrom } = grounds;
  return (
    <div className="citations">
      {isDerived && (
        <p className="derived">
          <span className="tag">{t('inspector.derived')}</span> {t('inspector.derivedFrom', { text: derivedFrom })}
        </p>
      )}
      {citations.map(({ address, place, quote, passageId }) => (
        <p key={`${address} ${quote}`} className="citation">
          <Quote aria-hidden="true" size={12} />
          <q lang="zh-CN">{quote}</q>{' '}
          <button
            type="button"
            className="link"
            disabled={passageId === undefined}
            title={address}
            onClick={() => passageId !== undefined && select(passageId)}
          >
            {t('inspector.at', { address: place })}
          </button>
        </p>
      ))}
    </div>
  );
}
