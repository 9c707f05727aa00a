import { problemSentence, t } from '../state/locale.ts';
import { knownMentions, loadMentions } from '../state/mentions.ts';
import { knownPassages, loadPassages, passages } from '../state/passages.ts';
import { MentionBar } from './mention-bar.tsx';
import { ReadingTree } from './reading-tree.tsx';
import { useAskingAgain } from './use-asking-again.ts';
import { useSignal } from './use-signal.ts';

/** The outline with what is said of it, or why it is not there. */
export function ReadingContents() {
  const known = useSignal(knownMentions);
  const found = useSignal(knownPassages);
  const hasPassages = useSignal(passages).length > 0;
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
  if (found.kind === 'answered' && !hasPassages) return <p className="empty">{t('reading.none')}</p>;
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
      {known.kind === 'answered' && known.answer.truncated && <p className="warning">{t('reading.truncated')}</p>}
      <ReadingTree />
    </>
  );
}
