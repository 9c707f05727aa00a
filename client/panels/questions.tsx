import { MessageCircleQuestion } from 'lucide-react';
import type { Question } from '../../server/contract.ts';
import { ask, goHome } from '../state/actions.ts';
import { inLocale, t } from '../state/locale.ts';
import { ontology } from '../state/ontology.ts';
import { parametersOf } from '../state/questions.ts';
import { base, overview } from '../state/view.ts';
import { useSignal } from './use-signal.ts';

/** The data set's own questions, each of which opens a picture, and the way back to the first one. */
export function Questions() {
  const questions = useSignal(ontology)?.questions ?? [];
  const now = useSignal(base);
  const isOverview = now.query === overview.query;
  if (questions.length === 0 && isOverview) return null;
  return (
    <nav className="questions" aria-label={t('questions.title')}>
      {questions.length > 0 && <h3>{t('questions.title')}</h3>}
      <ul>
        {questions.map((question) => (
          <li key={question.id}>
            <button
              type="button"
              aria-current={isAsked(question, now.query, now.parameters)}
              onClick={() => void ask(question, parametersOf(question))}
            >
              <MessageCircleQuestion aria-hidden="true" size={16} />
              {inLocale(question.title)}
            </button>
          </li>
        ))}
        {!isOverview && (
          <li>
            <button type="button" onClick={() => void goHome()}>
              {t('page.home')}
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}

function isAsked(question: Question, query: string, parameters: Record<string, string>): boolean {
  const own = parametersOf(question);
  const keys = new Set([...Object.keys(own), ...Object.keys(parameters)]);
  return question.query === query && [...keys].every((key) => own[key] === parameters[key]);
}
