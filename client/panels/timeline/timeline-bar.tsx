import { ChartGantt, Info, List, Maximize, Minus, Plus } from 'lucide-react';
import { zoomStep } from '../../state/picture/canvas-controls.ts';
import { knownTimeline, shownItems, timeline, undatedCount } from '../../state/timeline/known-timeline.ts';
import { t } from '../../state/locale.ts';
import { showWholeTimeline, zoomTimeline } from '../../state/timeline/timeline-sight.ts';
import { CypherBehind } from '../workbench/cypher-behind.tsx';
import { PopoverButton } from '../widgets/popover-button.tsx';
import { useSignal } from '../hooks/use-signal.ts';

interface TimelineBarProps {
  isList: boolean;
  /** Shows the list in place of the axis, or the axis again; left out where there is no room for an axis. */
  onList: ((isList: boolean) => void) | undefined;
}

/** What is on the timeline and what is not, and how it is looked at. */
export function TimelineBar({ isList, onList }: TimelineBarProps) {
  const { items } = useSignal(timeline);
  const shown = useSignal(shownItems);
  if (items.length === 0) return <span className="timeline-gap" />;
  const heldBack = items.length - shown.length;
  return (
    <>
      <p className="hint">
        {t('timeline.count', { n: shown.length })}
        {heldBack > 0 && ` ${t('timeline.heldBack', { n: heldBack })}`}
      </p>
      <PopoverButton
        label={t('timeline.about')}
        className="quiet icon-only"
        face={<Info aria-hidden="true" size={16} />}
      >
        {() => <AboutTimeline />}
      </PopoverButton>
      <CypherBehind
        parts={() => [{ title: t('timeline.title'), query: 'timeline', parameters: {} }]}
        className="quiet icon-only"
      />
      <span className="timeline-gap" />
      {onList && (
        <div className="segments" role="group" aria-label={t('timeline.form')}>
          <button type="button" aria-pressed={!isList} title={t('timeline.axis')} onClick={() => onList(false)}>
            <ChartGantt aria-hidden="true" size={16} /> <span className="visually-hidden">{t('timeline.axis')}</span>
          </button>
          <button type="button" aria-pressed={isList} title={t('view.list')} onClick={() => onList(true)}>
            <List aria-hidden="true" size={16} /> <span className="visually-hidden">{t('view.list')}</span>
          </button>
        </div>
      )}
      {!isList && (
        <div className="segments" role="group" aria-label={t('timeline.zoom')}>
          <button type="button" aria-label={t('timeline.zoomOut')} onClick={() => zoomTimeline(1 / zoomStep)}>
            <Minus aria-hidden="true" size={16} />
          </button>
          <button type="button" aria-label={t('timeline.zoomIn')} onClick={() => zoomTimeline(zoomStep)}>
            <Plus aria-hidden="true" size={16} />
          </button>
          <button
            type="button"
            aria-label={t('timeline.whole')}
            title={t('timeline.whole')}
            onClick={showWholeTimeline}
          >
            <Maximize aria-hidden="true" size={16} />
          </button>
        </div>
      )}
    </>
  );
}

/** How the signs are read, and why something is not there. */
function AboutTimeline() {
  const { unreadable } = useSignal(timeline);
  const undated = useSignal(undatedCount);
  const known = useSignal(knownTimeline);
  const isCut = known.kind === 'answered' && known.answer.truncated;
  return (
    <div className="timeline-about">
      <dl>
        {(['within', 'dot', 'throughout', 'open'] as const).map((sign) => (
          <div key={sign}>
            <dt aria-hidden="true">
              <span className="timeline-bar" data-sign={sign} />
            </dt>
            <dd>{t(`timeline.sign.${sign}`)}</dd>
          </div>
        ))}
      </dl>
      {undated > 0 && <p>{t('timeline.undated', { n: undated })}</p>}
      {unreadable > 0 && <p>{t('timeline.unreadable', { n: unreadable })}</p>}
      {isCut && <p>{t('timeline.truncated')}</p>}
      <p className="hint">{t('timeline.keys')}</p>
    </div>
  );
}
