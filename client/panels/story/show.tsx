import { useEffect, useRef } from 'react';
import { t } from '../../state/locale.ts';
import { areScenesTakenUp } from '../../state/story/scene-keeping.ts';
import { presentScene } from '../../state/story/scenes.ts';
import { beginWithScene, goTo, isDark, isEvidenceOpen, startShow, turnDark } from '../../state/story/show.ts';
import { showActOf } from '../../state/story/show-keys.ts';
import { story } from '../../state/story/story.ts';
import { fillScreen, leaveFullScreen } from './full-screen.ts';
import { SceneWords } from './scene-words.tsx';
import { ShowEvidence } from './show-evidence.tsx';
import { ShowMissing } from './show-missing.tsx';
import { ShowTools } from './show-tools.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** Pixels that a finger moves sideways at least to change the scene. */
const swipe = 48;

/** The show below its picture: the words of the scene, large, and what can be done. Keys, clickers and swipes move it on. */
export function Show() {
  const scene = useSignal(presentScene);
  const dark = useSignal(isDark);
  const hasEvidence = useSignal(isEvidenceOpen);
  const known = useSignal(story);
  const areOwnKnown = useSignal(areScenesTakenUp);
  const bar = useRef<HTMLElement>(null);
  useShowKeys();
  useEffect(() => leaveFullScreen, []);
  useEffect(() => {
    fillScreen();
    void startShow();
  }, []);
  useEffect(() => {
    if (known) void beginWithScene(areOwnKnown);
  }, [known, areOwnKnown]);
  useEffect(() => {
    const opener = document.activeElement;
    bar.current?.focus();
    return () => giveFocusBack(opener);
  }, []);
  useEffect(() => {
    // What has closed may have had the focus.
    if (document.activeElement === document.body) bar.current?.focus();
  });
  return (
    <>
      <SwipeGround />
      <section ref={bar} className="show" aria-label={t('show.label')} tabIndex={-1}>
        {scene ? <SceneWords scene={scene} className="show-words" heading="h1" /> : <ShowMissing />}
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

/** Where the show had the focus, it goes back to what opened the show, or else to the picture's part of the page. */
function giveFocusBack(opener: Element | null): void {
  if (document.activeElement !== document.body) return;
  if (opener instanceof HTMLElement) opener.focus();
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('main.stage')?.focus();
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
