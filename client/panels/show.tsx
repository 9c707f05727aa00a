import { useEffect, useRef } from 'react';
import { t } from '../state/locale.ts';
import { presentScene, scenes } from '../state/scenes.ts';
import { goTo, isDark, isEvidenceOpen, startShow, turnDark } from '../state/show.ts';
import { showActOf } from '../state/show-keys.ts';
import { story } from '../state/story.ts';
import { fillScreen, leaveFullScreen } from './full-screen.ts';
import { ShowEvidence } from './show-evidence.tsx';
import { ShowTools } from './show-tools.tsx';
import { ShowWords } from './show-words.tsx';
import { useSignal } from './use-signal.ts';

/** Pixels that a finger moves sideways at least to change the scene. */
const swipe = 48;

/** The show below its picture: the words of the scene, large, and what can be done. Keys, clickers and swipes move it on. */
export function Show() {
  const scene = useSignal(presentScene);
  const dark = useSignal(isDark);
  const hasEvidence = useSignal(isEvidenceOpen);
  const hasStory = useSignal(story) !== null;
  const isEmpty = useSignal(scenes).length === 0 && hasStory;
  const bar = useRef<HTMLElement>(null);
  useShowKeys();
  useEffect(() => leaveFullScreen, []);
  useEffect(() => {
    fillScreen();
    void startShow();
    bar.current?.focus();
  }, []);
  return (
    <>
      <SwipeGround />
      <section ref={bar} className="show" aria-label={t('show.label')} tabIndex={-1}>
        {scene && <ShowWords scene={scene} />}
        {isEmpty && <p role="status">{t('show.empty')}</p>}
        <ShowTools />
      </section>
      {hasEvidence && scene && <ShowEvidence scene={scene} />}
      {dark && (
        <button type="button" className="show-dark" onClick={() => turnDark(false)}>
          <span className="visually-hidden">{t('show.light')}</span>
        </button>
      )}
    </>
  );
}

/** Lies over the picture where a finger points: it would move the picture, and not the show. */
function SwipeGround() {
  const start = useRef<number | null>(null);
  return (
    <div
      className="show-swipe"
      aria-hidden="true"
      onPointerDown={({ clientX }) => (start.current = clientX)}
      onPointerCancel={() => (start.current = null)}
      onPointerUp={({ clientX }) => {
        if (start.current === null) return;
        const moved = clientX - start.current;
        start.current = null;
        if (Math.abs(moved) >= swipe) void goTo(moved < 0 ? 'next' : 'previous');
      }}
    />
  );
}

/** The keys of the show come before those of the page, which would walk about in the picture. */
function useShowKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const act = showActOf(event);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, []);
}
