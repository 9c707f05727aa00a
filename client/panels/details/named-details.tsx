import { useState } from 'react';
import { inLocale, problemSentence, t } from '../../state/locale.ts';
import { namedRelationship } from '../../state/reading/named-facts.ts';
import { typeStyleOf } from '../../state/ontology.ts';
import { nameOfId } from '../../state/picture/picture.ts';
import { LabelPlace } from '../widgets/label-badge.tsx';
import { Sentence } from './sentence.tsx';
import { useFacts } from '../hooks/use-facts.ts';
import { useLasting } from '../hooks/use-lasting.ts';

/** Milliseconds after which it is said that something is awaited. */
const patience = 400;

/**
 * A node or relationship of which no more has come than its name: the rest is fetched, and then stands in its place, with the name
 * where it was.
 */
export function NamedDetails({ id }: { id: string }) {
  const [attempt, setAttempt] = useState(0);
  return (
    <article className="details">
      <header>
        <Heading id={id} />
      </header>
      <Rest key={attempt} id={id} onRetry={() => setAttempt(attempt + 1)} />
    </article>
  );
}

function Heading({ id }: { id: string }) {
  const relationship = namedRelationship(id);
  if (!relationship)
    return (
      <>
        <p className="kind">
          <LabelPlace />
        </p>
        <h2>{nameOfId(id)}</h2>
      </>
    );
  const style = typeStyleOf(relationship.type);
  return (
    <>
      <p className="kind">
        <span aria-hidden="true" className="stroke" data-line={style.line} /> {inLocale(style.title)}
      </p>
      <h2 className="statement">
        <Sentence relationship={relationship} />
      </h2>
    </>
  );
}

/** How it is with the rest. */
function Rest({ id, onRetry }: { id: string; onRetry: () => void }) {
  const problem = useFacts([id]);
  const isLate = useLasting(problem === undefined, patience);
  if (problem === undefined)
    return (
      <p className="hint" role="status">
        {isLate && t('page.busy')}
      </p>
    );
  if (problem === null) return <p className="hint">{t('why.gone', { id })}</p>;
  return (
    <p role="alert">
      {problemSentence(problem)}{' '}
      <button type="button" className="link" onClick={onRetry}>
        {t('page.retry')}
      </button>
    </p>
  );
}
