import { CircleAlert, OctagonX } from 'lucide-react';
import type { Position, Problem } from '../../../server/contract/problem.ts';
import { t } from '../../state/locale.ts';
import { hasOwnMessage, positionWords, problemWords } from '../../state/workbench/results-words.ts';

export interface PlaceProps {
  /** Shows a place of the query in the editor. */
  onShow: (position: Position) => void;
  /** Puts a name in the place of the one that stands at a position; null where it does not stand there any more. */
  onReplace: ((position: Position, name: string) => void) | null;
}

/** Why a query has no answer: what is wrong, where, what may have been meant, what to do next; the engine's words below. */
export function ResultsProblem({ problem, ...places }: { problem: Problem } & PlaceProps) {
  const { what, next } = problemWords(problem);
  return (
    <div className="results-message" data-kind="problem" role="alert">
      <OctagonX aria-hidden="true" size={20} />
      <div>
        <p className="results-what">{what}</p>
        {problem.values?.['what'] !== undefined && (
          <p lang="en">{t('results.concerns', { what: problem.values['what'] })}</p>
        )}
        <Places {...problem} {...places} />
        {next !== null && <p>{next}</p>}
        {hasOwnMessage(problem) && (
          <figure className="own-message">
            <figcaption>{t('results.ownMessage')}</figcaption>
            <blockquote lang="en">{problem.detail}</blockquote>
          </figure>
        )}
      </div>
    </div>
  );
}

type PlacesProps = { position?: Position | undefined; suggestions?: string[] | undefined } & PlaceProps;

/** Where in the query it is, as a way there, and the names that may have been meant, each to be put in its place. */
export function Places({ position, suggestions, onShow, onReplace }: PlacesProps) {
  if (!position) return null;
  return (
    <p className="results-places">
      <button type="button" className="link" onClick={() => onShow(position)}>
        {positionWords(position)}
      </button>
      {onReplace && suggestions && suggestions.length > 0 && <span>{t('results.meant')}</span>}
      {onReplace &&
        suggestions?.map((name) => (
          <button key={name} type="button" onClick={() => onReplace(position, name)}>
            {name}
          </button>
        ))}
    </p>
  );
}

/** A state of the results that is no failure: nothing was run, nothing was found, it was stopped. */
export function ResultsMessage({ title, text }: { title: string; text: string }) {
  return (
    <div className="results-message" data-kind="state">
      <CircleAlert aria-hidden="true" size={20} />
      <div>
        <p className="results-what">{title}</p>
        <p>{text}</p>
      </div>
    </div>
  );
}
