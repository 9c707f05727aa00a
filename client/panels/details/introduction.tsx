import { History } from 'lucide-react';
import { formatNumber, inLocale, t } from '../../state/locale.ts';
import type { Word } from '../../state/locale.ts';
import { comeBack, viewToComeBackTo } from '../../state/view/keeping.ts';
import { firstPicture } from '../../state/view/first-picture.ts';
import { health } from '../../state/health.ts';
import { ontology } from '../../state/ontology.ts';
import { passages } from '../../state/reading/passages.ts';
import { baseAnswer } from '../../state/picture/picture.ts';
import { partOfBase } from '../../state/query-parts.ts';
import { askedQuestion } from '../../state/questions.ts';
import { base, overview } from '../../state/view/view.ts';
import { CypherBehind } from '../workbench/cypher-behind.tsx';
import { lazyPart, useFetchedAhead } from '../widgets/lazy-part.tsx';
import { Questions } from '../questions/questions.tsx';
import { useSignal } from '../hooks/use-signal.ts';

const AnswerList = lazyPart(async () => (await import('./answer-list.tsx')).AnswerList);
const QuestionAsked = lazyPart(async () => (await import('../questions/question-asked.tsx')).QuestionAsked);

/** The story comes after the first picture. */
const StoryEntry = lazyPart(async () => {
  await firstPicture();
  return (await import('../story/story-entry.tsx')).StoryEntry;
});

/** The document in a nutshell: its title, three numbers, and questions to start from. */
export function Introduction() {
  const known = useSignal(ontology);
  const whole = useSignal(health);
  const sentences = useSignal(passages).length;
  const answer = useSignal(baseAnswer);
  const { query } = useSignal(base);
  const asked = useSignal(askedQuestion);
  useFetchedAhead(AnswerList);
  if (!known) return null;
  const numbers: [Word, number | undefined][] = [
    ['numbers.nodes', whole?.nodes],
    ['numbers.relationships', whole?.relationships],
    ...(known.key ? [['numbers.passages', sentences || undefined] satisfies [Word, number | undefined]] : []),
  ];
  const isAnswer = query !== overview.query && answer !== null;
  return (
    <div className="introduction">
      <h2>{inLocale(known.title)}</h2>
      {isAnswer ? (
        <section className="answer">
          <h3>
            {t('answer.title')} <CypherBehind parts={() => [partOfBase()]} />
          </h3>
          {asked && <QuestionAsked question={asked} />}
          {answer.table.rows.length === 0 && <p className="hint">{t('answer.none')}</p>}
          <AnswerList answer={answer} />
        </section>
      ) : (
        <>
          <p className="subtitle">{inLocale(known.subtitle)}</p>
          <dl className="numbers">
            {numbers.map(([word, value]) => (
              <div key={word}>
                <dd>{value === undefined ? '…' : formatNumber(value)}</dd>
                <dt>{t(word, { n: value ?? 0 })}</dt>
              </div>
            ))}
          </dl>
        </>
      )}
      <ComeBack />
      {known.key && <StoryEntry />}
      <Questions />
      <p className="hint">{t(known.key ? 'inspector.nothing' : 'inspector.nothingOfDatabase')}</p>
    </div>
  );
}

/** The way back to the view that was left last, for who opens the page anew. */
function ComeBack() {
  const address = useSignal(viewToComeBackTo);
  if (address === null) return null;
  return (
    <button type="button" className="come-back" onClick={() => void comeBack()}>
      <History aria-hidden="true" size={16} /> {t('introduction.continue')}
    </button>
  );
}
