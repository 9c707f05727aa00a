import { useEffect, useState } from 'react';
import { spoken, t } from '../../state/locale.ts';
import { begunAt, restartTime } from '../../state/story/presenter.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** The time of day, and how long the show goes on. */
export function PresenterClock() {
  const [now, setNow] = useState(Date.now);
  const begun = useSignal(begunAt);
  const language = useSignal(spoken);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const clock = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <div className="presenter-clock">
      <dl>
        <div>
          <dt>{t('presenter.clock')}</dt>
          <dd>{clock.format(now)}</dd>
        </div>
        <div>
          <dt>{t('presenter.elapsed')}</dt>
          <dd>{begun === null ? '—' : asElapsed(Math.max(0, now - begun))}</dd>
        </div>
      </dl>
      <button type="button" disabled={begun === null} onClick={restartTime}>
        {t('presenter.restart')}
      </button>
    </div>
  );
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Minutes and seconds, or hours too: 4:09, 1:04:09. */
function asElapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const ofHour = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${ofHour}` : ofHour.replace(/^0/, '');
}
