import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Question, Subject } from '../../../server/contract/data-set/question.ts';
import { hasServer } from '../../api/transport.ts';
import { dialog } from '../../state/dialog.ts';
import { formatNumber, inLocale, t } from '../../state/locale.ts';
import { learnNodes, namesArrived, nodesInBlanks } from '../../state/picture/node-choices.ts';
import { ontology } from '../../state/ontology.ts';
import { baseOfQuestion, sentenceOfQuestion } from '../../state/questions.ts';
import { CypherBehind } from '../workbench/cypher-behind.tsx';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { QuestionForm } from './question-form.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** All questions that the data set brings, by subject: each a sentence with blanks. */
export function Gallery() {
  const known = useSignal(ontology);
  useSignal(namesArrived);
  const [text, setText] = useState('');
  const [subject, setSubject] = useState<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  useEffect(() => {
    const controller = new AbortController();
    // A name that does not arrive is told where it is needed: in the list of its blank.
    learnNodes(nodesInBlanks(known?.questions ?? []), controller.signal).catch(() => undefined);
    return () => controller.abort();
  }, [known]);
  if (!known) return null;
  const fitting = known.questions.filter((question) => isFit(question, text));
  const groups = groupsOf(known.subjects, fitting).filter(({ id }) => subject === null || id === subject);
  const count = groups.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <DialogFrame title={t('gallery.title')} size="wide">
      <div className="gallery-bar">
        <label className="gallery-search">
          <Search aria-hidden="true" size={18} />
          <span className="visually-hidden">{t('gallery.search')}</span>
          <input
            ref={search}
            type="search"
            placeholder={t('gallery.search')}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <div className="subjects" role="group" aria-label={t('gallery.subjects')}>
          {[null, ...known.subjects].map((one) => (
            <button
              key={one?.id ?? ''}
              type="button"
              aria-pressed={subject === (one?.id ?? null)}
              onClick={() => setSubject(one?.id ?? null)}
            >
              {one ? inLocale(one.title) : t('gallery.all')}
            </button>
          ))}
        </div>
      </div>
      <div className="gallery" role="region" aria-label={t('gallery.title')} tabIndex={0}>
        <p className="visually-hidden" role="status">
          {t('gallery.count', { n: count })}
        </p>
        {!hasServer() && <p className="hint">{t('question.onlyAsIs')}</p>}
        {count === 0 && <p className="hint">{t('gallery.empty', { text })}</p>}
        {groups.map(({ id, title, questions }) => (
          <section key={id} aria-label={inLocale(title)}>
            <h3>
              {inLocale(title)} <span className="count">{formatNumber(questions.length)}</span>
            </h3>
            <ul>
              {questions.map((question) => (
                <li key={question.id}>
                  <QuestionForm question={question} onAsk={() => (dialog.value = null)}>
                    {(fillings) => (
                      <CypherBehind
                        onOpenEditor={() => (dialog.value = null)}
                        parts={() => [
                          { title: sentenceOfQuestion(question, fillings), ...baseOfQuestion(question, fillings) },
                        ]}
                      />
                    )}
                  </QuestionForm>
                  <p className="hint">{inLocale(question.description)}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}

/** Whether all words of a text occur in what a question says, in either language. */
function isFit(question: Question, text: string): boolean {
  const { title, description } = question;
  const said = [sentenceOfQuestion(question), title.zh, title.en, description.zh, description.en]
    .join(' ')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** The subjects that have some of the questions, with these. */
function groupsOf(
  subjects: readonly Subject[],
  questions: readonly Question[],
): (Subject & { questions: readonly Question[] })[] {
  return subjects
    .map((subject) => ({ ...subject, questions: questions.filter((question) => question.subject === subject.id) }))
    .filter((group) => group.questions.length > 0);
}
