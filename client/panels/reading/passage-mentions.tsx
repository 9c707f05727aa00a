import { BookOpenText } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Answer } from '../../../server/contract/answer.ts';
import type { Node } from '../../../server/contract/graph.ts';
import { t } from '../../state/locale.ts';
import { notify, problemOf } from '../../state/notices.ts';
import { localProperty } from '../../state/ontology.ts';
import { answerOf } from '../../state/answers.ts';
import { addressOf } from '../../state/reading/passages.ts';
import { isReading, openReadingAt } from '../../state/reading/reading.ts';
import { AnswerList } from '../details/answer-list.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** What a passage gave to the graph: its facts as sentences, and what was left out and why. */
export function PassageMentions({ passage }: { passage: Node }) {
  const isRead = useSignal(isReading);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    answerOf('passage-mentions', { id: passage.id }, controller.signal)
      .then(setAnswer)
      .catch((error: unknown) => {
        if (!controller.signal.aborted) notify({ kind: 'problem', problem: problemOf(error) });
      });
    return () => controller.abort();
  }, [passage.id]);
  const leftOut = localProperty(passage.properties, 'leftOut');
  return (
    <>
      {!isRead && (
        <div className="actions">
          <button type="button" onClick={() => openReadingAt(addressOf(passage))}>
            <BookOpenText aria-hidden="true" size={16} /> {t('reading.inDocument')}
          </button>
        </div>
      )}
      <section>
        <h3>{t('passage.gives')}</h3>
        {answer === null && <p className="hint">{t('page.busy')}</p>}
        {answer !== null && answer.graph.nodes.length <= 1 && <p className="hint">{t('passage.nothing')}</p>}
        {answer !== null && <AnswerList answer={answer} without={passage.id} />}
      </section>
      {Array.isArray(leftOut) && leftOut.length > 0 && (
        <section>
          <h3>{t('passage.leftOut')}</h3>
          <ul className="relations">
            {leftOut.map((text) => (
              <li key={String(text)}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
