import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../state/locale.ts';
import { visibleText } from '../../state/visible-text.ts';

interface ReadingLeftOutProps {
  /** The clauses that were left out, each with the reason. */
  clauses: readonly string[];
  isActive: boolean;
}

/** How much of a passage was left out on purpose, and on demand what and why. */
export function ReadingLeftOut({ clauses, isActive }: ReadingLeftOutProps) {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <button
        type="button"
        className="reading-left-out"
        tabIndex={isActive ? 0 : -1}
        aria-expanded={isAsked}
        onClick={() => setAsked(!isAsked)}
      >
        <ChevronRight aria-hidden="true" size={14} /> {t('reading.leftOut', { n: clauses.length })}
      </button>
      {isAsked && (
        <ul className="reading-reasons">
          {clauses.map((clause) => (
            <li key={clause}>{visibleText(clause)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
