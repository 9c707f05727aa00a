import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { clearFilters } from '../../state/picture/filter-actions.ts';
import { knownTimeline, loadTimeline, shownItems, timeline } from '../../state/timeline/known-timeline.ts';
import { problemSentence, t } from '../../state/locale.ts';
import { ontology } from '../../state/ontology.ts';
import { appearances, isTimelineOpen } from '../../state/view/view.ts';
import { TimelineBar } from './timeline-bar.tsx';
import { TimelineList } from './timeline-list.tsx';
import { TimelineStrip } from './timeline-strip.tsx';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useMedia } from '../hooks/use-media.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Where there is no room for an axis: as in styles/timeline.css. */
const listMedia = '(max-width: 860px)';

/** All that is dated along an axis, or as a list; what is selected on it is selected in the picture, and the other way round. */
export function Timeline() {
  const focus = useKeptFocus<HTMLElement>();
  const isSmall = useMedia(listMedia);
  const [isListed, setListed] = useState(false);
  const known = useSignal(ontology) !== null;
  useEffect(() => {
    if (known) void loadTimeline();
  }, [known]);
  const isList = isSmall || isListed;
  return (
    <section {...focus} className="timeline" data-form={isList ? 'list' : 'strip'} aria-label={t('timeline.title')}>
      <header>
        <h2>{t('timeline.title')}</h2>
        <TimelineBar isList={isList} onList={isSmall ? undefined : setListed} />
        <button
          type="button"
          className="quiet icon-only"
          aria-label={t('timeline.close')}
          title={t('timeline.close')}
          onClick={() => (isTimelineOpen.value = false)}
        >
          <X aria-hidden="true" size={18} />
        </button>
      </header>
      <Contents isList={isList} />
    </section>
  );
}

function Contents({ isList }: { isList: boolean }) {
  const known = useSignal(knownTimeline);
  const { items } = useSignal(timeline);
  const shown = useSignal(shownItems);
  useSignal(appearances);
  if (known.kind === 'waiting') {
    return (
      <p className="timeline-note" role="status">
        {t('timeline.loading')}
      </p>
    );
  }
  if (known.kind === 'failed') {
    return (
      <div className="timeline-note" role="alert">
        <p>{problemSentence(known.problem)}</p>
        <button type="button" className="primary" onClick={() => void loadTimeline()}>
          {t('page.retry')}
        </button>
      </div>
    );
  }
  if (items.length === 0) return <p className="timeline-note">{t('timeline.none')}</p>;
  if (shown.length === 0) {
    return (
      <div className="timeline-note">
        <p>{t('timeline.allHeldBack', { n: items.length })}</p>
        <button type="button" className="primary" onClick={clearFilters}>
          {t('command.clearFilters')}
        </button>
      </div>
    );
  }
  return isList ? <TimelineList items={shown} /> : <TimelineStrip />;
}
