import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Question } from '../../../server/contract/data-set/question.ts';
import { hasServer } from '../../api/transport.ts';
import { ask } from '../../state/actions.ts';
import { t } from '../../state/locale.ts';
import { fillingsOf, partsOf, wordsIn } from '../../state/questions.ts';
import type { Fillings } from '../../state/questions.ts';
import { QuestionBlank } from './question-blank.tsx';

interface QuestionFormProps {
  question: Question;
  /** What stands in the blanks at first, where it is not what the data set has. */
  fillings?: Fillings;
  /** Called when the question is on its way. */
  onAsk?: () => void;
  /** What stands beside the button that asks; it gets what is in the blanks. */
  children?: (fillings: Fillings) => ReactNode;
}

/**
 * A question as a sentence whose blanks can be filled, and the button that asks it. A file has one answer to a question with
 * Cypher of its own: there, its blanks are words.
 */
export function QuestionForm({ question, fillings, onAsk, children }: QuestionFormProps) {
  const [filled, setFilled] = useState(() => fillingsOf(question, fillings));
  const isFixed = question.cypher !== undefined && !hasServer();
  return (
    <form
      className="question-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk?.();
        void ask(question, filled);
      }}
    >
      <p className="sentence">
        {partsOf(question).map((part, index) => {
          // The same words may come twice: their place in the sentence is what they are.
          if (part.kind === 'words') return <span key={index}>{part.text}</span>;
          const blank = question.blanks[part.name];
          if (blank && isFixed) return <span key={part.name}>{wordsIn(blank, filled[part.name] ?? '')}</span>;
          return (
            blank && (
              <QuestionBlank
                key={part.name}
                blank={blank}
                value={filled[part.name] ?? ''}
                onChange={(value) => setFilled({ ...filled, [part.name]: value })}
              />
            )
          );
        })}
      </p>
      <div className="question-acts">
        {children?.(filled)}
        <button type="submit" className="ask">
          {t('question.ask')}
        </button>
      </div>
    </form>
  );
}
