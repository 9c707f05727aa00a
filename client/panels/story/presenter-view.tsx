import { useEffect } from 'react';
import { inLocale, spoken, t } from '../../state/locale.ts';
import {
  isOver,
  leadDark,
  leadTo,
  leadToEnd,
  onScreen,
  place,
  sceneAfter,
  sceneOnScreen,
} from '../../state/story/presenter.ts';
import { presenterActOf } from '../../state/story/show-keys.ts';
import { LiveRegion } from '../notice-list.tsx';
import { PresenterClock } from './presenter-clock.tsx';
import { StoryFailed } from './story-failed.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** The presenter's window: notes of the scene on screen, the next scene, the time, and the show's controls. */
export function PresenterView() {
  const language = useSignal(spoken);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = t('presenter.title');
  }, [language]);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const act = presenterActOf(event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <main className="presenter">
      <header>
        <h1>{t('presenter.title')}</h1>
        <PresenterClock />
      </header>
      <StoryFailed />
      <PresentScene />
      <NextScene />
      <PresenterTools />
      <LiveRegion />
    </main>
  );
}

function PresentScene() {
  const shown = useSignal(onScreen);
  const over = useSignal(isOver);
  const scene = useSignal(sceneOnScreen);
  const at = useSignal(place);
  const notes = scene ? inLocale(scene.notes) : '';
  return (
    <section className="presenter-now" aria-labelledby="presenter-now">
      <h2 id="presenter-now">
        {t('presenter.now')}
        {at && <span className="presenter-place">{t('scenes.place', at)}</span>}
      </h2>
      {!shown && <p role="status">{t(over ? 'presenter.ended' : 'presenter.waiting')}</p>}
      {shown?.isDark && <p className="scene-problem">{t('presenter.isDark')}</p>}
      {shown && !scene && <p>{t('presenter.notScene')}</p>}
      {scene && (
        <>
          <h3>{inLocale(scene.title)}</h3>
          <p className="presenter-caption">{inLocale(scene.caption)}</p>
          <h4>{t('scenes.notes')}</h4>
          <p className="presenter-notes">{notes === '' ? t('presenter.noNotes') : notes}</p>
        </>
      )}
    </section>
  );
}

function NextScene() {
  const isShown = useSignal(onScreen) !== null;
  const next = useSignal(sceneAfter);
  if (!isShown) return null;
  return (
    <section className="presenter-next" aria-labelledby="presenter-next">
      <h2 id="presenter-next">{t('presenter.next')}</h2>
      {next ? (
        <>
          <h3>{inLocale(next.title)}</h3>
          <p className="presenter-caption">{inLocale(next.caption)}</p>
        </>
      ) : (
        <p>{t('presenter.last')}</p>
      )}
    </section>
  );
}

function PresenterTools() {
  const shown = useSignal(onScreen);
  const at = useSignal(place);
  const isLast = at !== null && at.n === at.total;
  const isDark = shown?.isDark === true;
  return (
    <div className="presenter-tools">
      <button type="button" disabled={!shown || at?.n === 1} onClick={() => leadTo('previous')}>
        {t('scenes.previous')}
      </button>
      <button type="button" className="primary" disabled={!shown || isLast} onClick={() => leadTo('next')}>
        {t('scenes.next')}
      </button>
      <button type="button" disabled={!shown} aria-pressed={isDark} onClick={() => leadDark(!isDark)}>
        {t(isDark ? 'show.light' : 'show.dark')}
      </button>
      <button type="button" disabled={!shown} onClick={leadToEnd}>
        {t('show.end')}
      </button>
    </div>
  );
}
