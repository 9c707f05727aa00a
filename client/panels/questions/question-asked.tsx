import { useEffect } from 'react';
import type { Question } from '../../../server/contract/data-set/question.ts';
import { learnNodes, namesArrived } from '../../state/picture/node-choices.ts';
import { fillingsOf, sentenceOfQuestion } from '../../state/questions.ts';
import { base } from '../../state/view/view.ts';
import { QuestionForm } from './question-form.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** The question that the picture answers, with its blanks to be filled otherwise. */
export function QuestionAsked({ question }: { question: Question }) {
  const { parameters } = useSignal(base);
  useSignal(namesArrived);
  const fillings = fillingsOf(question, parameters);
  const ids = Object.entries(question.blanks).flatMap(([name, { kind }]) =>
    kind === 'node' ? [fillings[name] ?? ''] : [],
  );
  const wanted = ids.join('\n');
  useEffect(() => {
    const controller = new AbortController();
    // The picture need not have the node; without its name the blank is called by what it is for.
    learnNodes(wanted.split('\n').filter(Boolean), controller.signal).catch(() => undefined);
    return () => controller.abort();
  }, [wanted]);
  if (Object.keys(question.blanks).length === 0) {
    return <p className="sentence">{sentenceOfQuestion(question)}</p>;
  }
  return <QuestionForm key={JSON.stringify([question.id, fillings])} question={question} fillings={fillings} />;
}
