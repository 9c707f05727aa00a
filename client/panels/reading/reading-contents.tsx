import { problemSentence, t } from '../../state/locale.ts';
import { isCut } from '../../state/known-answer.ts';
import { knownMentions, loadMentions } from '../../state/reading/mentions.ts';
import { knownPassages, loadPassages, passages } from '../../state/reading/passages.ts';
import { MentionBar } from './mention-bar.tsx';
import { ReadingTree } from './reading-tree.tsx';
import { useAskingAgain } from '../hooks/use-asking-again.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** The outline with what is said of it, or why it is not there. */
export function ReadingContents() {
  const known = useSignal(knownMentions);
  const found = useSignal(knownPassages);
  const count = useSignal(passages).length;
  // Sections come with what is said: the outline would grow under the reader's eyes.
  const isWaiting = found.kind !== 'failed' && (found.kind === 'waiting' || known.kind === 'waiting');
  const askAgain = useAskingAgain(isWaiting);
  if (found.kind === 'failed')
    return (
      <p className="warning" role="alert">
        {t('reading.failed', { why: problemSentence(found.problem) })}{' '}
        <button type="button" className="link" onClick={askAgain(() => void loadPassages())}>
          {t('page.retry')}
        </button>
      </p>
    );
  if (found.kind === 'answered' && count === 0) return <p className="empty">{t('reading.none')}</p>;
  if (isWaiting)
    return (
      <p className="empty" role="status">
        {t('reading.loading')}
      </p>
    );
  return (
    <>
      <MentionBar />
      {known.kind === 'failed' && (
        <p className="warning" role="alert">
          {t('reading.unknown')}{' '}
          <button type="button" className="link" onClick={askAgain(() => void loadMentions())}>
            {t('page.retry')}
          </button>
        </p>
      )}
      {isCut(found) && <p className="warning">{t('reading.cut', { n: count })}</p>}
      {isCut(known) && <p className="warning">{t('reading.truncated')}</p>}
      <ReadingTree />
    </>
  );
}
