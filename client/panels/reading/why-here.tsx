import { useEffect, useId, useRef } from 'react';
import { t } from '../../state/locale.ts';
import { factsOf } from '../../state/ontology.ts';
import { passages } from '../../state/reading/passages.ts';
import { isRelationship, reasonOf, whySentence } from '../../state/reading/why.ts';
import type { Fact } from '../../state/reading/why.ts';
import { whySought } from '../../state/reading/why-sought.ts';
import { Citations } from './citations.tsx';
import { CopyCitation } from './copy-citation.tsx';
import { focusWishes } from '../widgets/focus-wishes.ts';
import { InDocumentButton } from './in-document-button.tsx';
import { PlaceLink } from './place-link.tsx';
import { Premises } from './premises.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** Why a node or relationship is on the graph: one sentence, its quotes or what it follows from, and a citation to take along. */
export function WhyHere({ of }: { of: Fact }) {
  useSignal(passages);
  const id = useId();
  const heading = useSoughtHeading(of.id);
  const reason = reasonOf(of);
  const isSaid = reason.kind === 'said';
  const first = isSaid ? reason.grounds.citations[0] : undefined;
  // A relationship is a sentence itself, which heads the panel.
  const hasSentence = !isSaid || !isRelationship(of);
  return (
    <section className="why" aria-labelledby={id}>
      <div className="why-heading">
        <h3 ref={heading} id={id} tabIndex={-1}>
          {t('why.title')}
        </h3>
        {first && <InDocumentButton address={first.address} />}
      </div>
      {hasSentence && <p>{whySentence(of, reason)}</p>}
      {isSaid && !reason.grounds.isDerived && <span className="tag stated">{t('why.stated')}</span>}
      {isSaid && <Citations grounds={reason.grounds} />}
      {isSaid && reason.grounds.premises.length > 0 && <Premises ids={reason.grounds.premises} above={[of.id]} />}
      {(reason.kind === 'place' || reason.kind === 'structure') && (
        <p className="places">
          {reason.citations.map((place) => (
            <PlaceLink key={place.address} to={place} />
          ))}
        </p>
      )}
      {reason.kind === 'unsaid' && (
        <p className="hint">{t(factsOf(of.properties).length > 0 ? 'why.properties' : 'why.noProperties')}</p>
      )}
      <CopyCitation key={of.id} of={of} reason={reason} />
    </section>
  );
}

/** Brings the heading into sight, and gives it the focus unless they have gone on, where the reader has asked for it with a command. */
function useSoughtHeading(id: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isSought = useSignal(whySought) === id;
  useEffect(() => {
    if (!isSought) return;
    const { isStanding } = focusWishes.reason;
    whySought.value = null;
    if (isStanding) heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [isSought]);
  return heading;
}
