import { useEffect, useRef, useState } from 'react';
import { joinWords, t } from '../../state/locale.ts';
import type { Phrase } from '../../state/reading/mentions.ts';
import { select } from '../../state/picture/select-actions.ts';
import { sentenceOfId } from '../../state/picture/sentence-of-id.ts';
import { selectedId } from '../../state/view/view.ts';
import { Quoted } from './quoted.tsx';
import { useSignal } from '../hooks/use-signal.ts';

interface ReadingPhrasesProps {
  phrases: readonly Phrase[];
  isActive: boolean;
  isWhole: boolean;
}

/** Quotes of a passage that are shown before more are asked for, and names that are told of one. */
const atFirst = 4;
const mostNames = 6;

/** The quoted phrases of a passage with how much each gave. Pressing one selects what it gave, one after the other. */
export function ReadingPhrases({ phrases, isActive, isWhole }: ReadingPhrasesProps) {
  const chosen = useSignal(selectedId);
  const [isAsked, setAsked] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that asked for more is gone: on with the first of these.
    if (isAsked) list.current?.querySelectorAll<HTMLElement>('.reading-phrase')[atFirst]?.focus();
  }, [isAsked]);
  if (phrases.length === 0) return null;
  const shown = isAsked || isWhole || phrases.length === atFirst + 1 ? phrases : phrases.slice(0, atFirst);
  return (
    <div ref={list} className="reading-phrases">
      {shown.map(({ quote, facts }) => {
        const values = { n: facts.length, names: namesOf(facts) };
        return (
          <button
            key={quote}
            type="button"
            className="reading-phrase"
            data-facts={JSON.stringify(facts)}
            aria-pressed={chosen !== null && facts.includes(chosen)}
            title={values.names}
            tabIndex={isActive ? 0 : -1}
            onClick={() => select(nextOf(facts, chosen))}
          >
            <Quoted>{quote}</Quoted>
            {facts.length > 1 && <small aria-hidden="true">{facts.length}</small>}
            <span className="visually-hidden">{t('reading.phrase', values)}</span>
          </button>
        );
      })}
      {shown.length < phrases.length && (
        <button type="button" className="link" tabIndex={isActive ? 0 : -1} onClick={() => setAsked(true)}>
          {t('reading.morePhrases', { n: phrases.length - shown.length })}
        </button>
      )}
    </div>
  );
}

/** The names of the first few, and how many more there are. */
function namesOf(facts: readonly string[]): string {
  const rest = facts.length - mostNames;
  const names = facts.slice(0, mostNames).map(sentenceOfId);
  return joinWords(rest > 0 ? [...names, t('original.moreFacts', { n: rest })] : names);
}

/** The fact after the one that is selected, and after the last the first again. */
const nextOf = (facts: readonly string[], chosen: string | null): string | null =>
  facts[(facts.indexOf(chosen ?? '') + 1) % facts.length] ?? null;
