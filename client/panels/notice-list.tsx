import { X } from 'lucide-react';
import { cancelPath } from '../state/picture/path-actions.ts';
import { problemSentence, t } from '../state/locale.ts';
import { announcement, dismiss, keyOf, notices } from '../state/notices.ts';
import type { Notice, NoticeAct } from '../state/notices.ts';
import { nameOfId } from '../state/picture/picture.ts';
import { failure } from '../state/view/session.ts';
import { pathFrom } from '../state/view/view.ts';
import { useSignal } from './hooks/use-signal.ts';

/** What the reader should know now: an unfinished path, problems. */
export function NoticeList() {
  const known = useSignal(notices);
  // While there is no picture, what stands in its place says why.
  const list = useSignal(failure) ? [] : known;
  const from = useSignal(pathFrom);
  return (
    <div className="notices">
      {from !== null && (
        <div className="notice pick" role="status">
          {t('path.pick', { from: nameOfId(from) })}
          <button type="button" className="link" onClick={cancelPath}>
            {t('path.cancel')}
          </button>
        </div>
      )}
      {list.map((notice) => (
        <div key={keyOf(notice)} className="notice" data-kind={notice.kind} role="alert">
          {notice.kind === 'word' ? t(notice.word, notice.values) : problemSentence(notice.problem)}
          {notice.kind === 'word' && notice.act && <NoticeButton notice={notice} act={notice.act} />}
          <button type="button" className="icon-only" aria-label={t('notice.dismiss')} onClick={() => dismiss(notice)}>
            <X aria-hidden="true" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}

/** What a notice offers to do; it has then said what it had to. */
function NoticeButton({ notice, act: { word, run } }: { notice: Notice; act: NoticeAct }) {
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        dismiss(notice);
        run();
      }}
    >
      {t(word)}
    </button>
  );
}

/** Says what happened to those who do not see it. */
export function LiveRegion() {
  const said = useSignal(announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {said && t(said.word, said.values)}
    </div>
  );
}
