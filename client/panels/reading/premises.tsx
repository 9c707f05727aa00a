import { useState } from 'react';
import { problemSentence, t } from '../../state/locale.ts';
import { passages } from '../../state/reading/passages.ts';
import { select } from '../../state/picture/select-actions.ts';
import { factOf, mostPremises, premiseText, reasonOf } from '../../state/reading/why.ts';
import type { Fact } from '../../state/reading/why.ts';
import { Citations } from './citations.tsx';
import { MoreButton } from '../widgets/more-button.tsx';
import { useFacts } from '../hooks/use-facts.ts';
import { usePortion } from '../hooks/use-portion.ts';
import { useSignal } from '../hooks/use-signal.ts';

interface PremisesProps {
  ids: readonly string[];
  /** The facts that follow from these, the one that was asked about first: what is among them is not unfolded again. */
  above: readonly string[];
}

/** What a fact follows from: each premise leads to its own place, and unfolds into what it rests on in turn. */
export function Premises({ ids, above }: PremisesProps) {
  const portion = usePortion(ids, mostPremises);
  const portions = Array.from({ length: Math.ceil(portion.shown.length / mostPremises) }, (_, index) =>
    portion.shown.slice(index * mostPremises, (index + 1) * mostPremises),
  );
  return (
    <div className="premises">
      <p>{t('why.premises')}</p>
      {portions.map((some) => (
        <PremisesPortion key={some[0]} ids={some} above={above} />
      ))}
      <MoreButton portion={portion} label={(values) => t('why.morePremises', values)} />
    </div>
  );
}

/** As many premises as are fetched together. */
function PremisesPortion(props: PremisesProps) {
  const [attempt, setAttempt] = useState(0);
  return <FetchedPremises key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

function FetchedPremises({ ids, above, onRetry }: PremisesProps & { onRetry: () => void }) {
  useSignal(passages);
  const problem = useFacts(ids);
  return (
    <>
      {problem === undefined && <p className="hint">{t('why.waiting')}</p>}
      {problem && (
        <p className="hint" role="alert">
          {problemSentence(problem)}{' '}
          <button type="button" className="link" onClick={onRetry}>
            {t('page.retry')}
          </button>
        </p>
      )}
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <Premise id={id} above={above} isSought={problem === null} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface PremiseProps {
  id: string;
  above: readonly string[];
  /** Whether all that could be found has been. */
  isSought: boolean;
}

function Premise({ id, above, isSought }: PremiseProps) {
  const fact = factOf(id);
  if (!fact) return <span className="hint">{isSought ? t('why.gone', { id }) : '…'}</span>;
  return (
    <>
      <button type="button" className="link" onClick={() => select(id)}>
        {premiseText(fact)}
      </button>
      <Rest of={fact} above={above} />
    </>
  );
}

/** What a premise rests on in turn, folded away: a chain of derivations is followed down to what the document says. */
function Rest({ of, above }: { of: Fact; above: readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  const reason = reasonOf(of);
  if (reason.kind !== 'said') return null;
  const { grounds } = reason;
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t('why.grounds')}
        {grounds.isDerived && <span className="tag">{t('inspector.derived')}</span>}
      </summary>
      {isOpen && above.includes(of.id) && <p className="hint">{t('why.again')}</p>}
      {isOpen && !above.includes(of.id) && (
        <>
          <Citations grounds={grounds} />
          {grounds.premises.length > 0 && <Premises ids={grounds.premises} above={[...above, of.id]} />}
        </>
      )}
    </details>
  );
}
