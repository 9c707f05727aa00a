import { useState } from 'react';
import { problemSentence, t } from '../state/locale.ts';
import { namedRelationship } from '../state/named-facts.ts';
import { sentenceOfId } from '../state/sentence-of-id.ts';
import { useFacts } from './use-facts.ts';
import { useLasting } from './use-lasting.ts';

/** Milliseconds after which it is said that something is awaited. */
const patience = 400;

/** A node or relationship of which no more has come than its name: the rest is fetched, and then stands in its place. */
export function NamedDetails({ id }: { id: string }) {
  const [attempt, setAttempt] = useState(0);
  return (
    <article className="details">
      <header>
        <h2 className={namedRelationship(id) && 'statement'}>{sentenceOfId(id)}</h2>
      </header>
      <Rest key={attempt} id={id} onRetry={() => setAttempt(attempt + 1)} />
    </article>
  );
}

/** How it is with the rest. */
function Rest({ id, onRetry }: { id: string; onRetry: () => void }) {
  const problem = useFacts([id]);
  const isLate = useLasting(problem === undefined, patience);
  if (problem === undefined) return <p role="status">{isLate && t('page.busy')}</p>;
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
