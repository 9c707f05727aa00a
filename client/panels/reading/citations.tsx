import { Quote } from 'lucide-react';
import type { Grounds } from '../../state/reading/evidence.ts';
import { t } from '../../state/locale.ts';
import { PlaceLink } from './place-link.tsx';
import { Quoted } from './quoted.tsx';

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
      {citations.map((citation) => (
        <p key={`${citation.address} ${citation.quote}`} className="citation">
          <Quote aria-hidden="true" size={12} />
          <Quoted>{citation.quote}</Quoted> <PlaceLink to={citation} />
        </p>
      ))}
    </div>
  );
}
