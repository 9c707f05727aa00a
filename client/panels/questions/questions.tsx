import { LibraryBig, MessageCircleQuestion } from 'lucide-react';
import { useEffect } from 'react';
import { ask, goHome } from '../../state/actions.ts';
import { dialog } from '../../state/dialog.ts';
import { firstPicture } from '../../state/view/first-picture.ts';
import { t } from '../../state/locale.ts';
import { learnNodes, namesArrived, nodesInBlanks } from '../../state/picture/node-choices.ts';
import { ontology } from '../../state/ontology.ts';
import { askedQuestion, featuredQuestions, sentenceOfQuestion } from '../../state/questions.ts';
import { base, overview } from '../../state/view/view.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Some of the data set's own questions, each of which opens a picture, and the ways to all of them and back. */
export function Questions() {
  const featured = useSignal(featuredQuestions);
  const all = useSignal(ontology)?.questions.length ?? 0;
  const asked = useSignal(askedQuestion);
  const isOverview = useSignal(base).query === overview.query;
  useSignal(namesArrived);
  useEffect(() => {
    const controller = new AbortController();
    // The first picture has the nodes that stand in their blanks; who comes by a link may see another one.
    const learn = (): Promise<void> => learnNodes(nodesInBlanks(featured), controller.signal);
    firstPicture()
      .then(learn)
      .catch(() => undefined);
    return () => controller.abort();
  }, [featured]);
  if (featured.length === 0 && isOverview) return null;
  return (
    <>
      <nav className="questions" aria-label={t('questions.title')}>
        {featured.length > 0 && <h3>{t('questions.title')}</h3>}
        <ul>
          {featured.map((question) => (
            <li key={question.id}>
              <button type="button" aria-current={question === asked} onClick={() => void ask(question)}>
                <MessageCircleQuestion aria-hidden="true" size={16} />
                {sentenceOfQuestion(question)}
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
      {all > featured.length && (
        <button type="button" className="all-questions" onClick={() => (dialog.value = 'gallery')}>
          <LibraryBig aria-hidden="true" size={16} /> {t('questions.all', { n: all })}
        </button>
      )}
    </>
  );
}
