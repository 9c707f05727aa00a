import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Position } from '../../../server/contract/problem.ts';
import { writtenAsCalled } from '../../state/workbench/finding-suggestions.ts';
import { done } from '../../state/view/history.ts';
import { t } from '../../state/locale.ts';
import { loadVocabulary } from '../../state/workbench/vocabulary.ts';
import { selectedId } from '../../state/view/view.ts';
import { shownId, shownRun } from '../../state/workbench/workbench.ts';
import { editorControls } from '../../state/workbench/workbench-editor.ts';
import { closeWorkbench, isWorkbenchTall, workbenchShare } from '../../state/workbench/workbench-frame.ts';
import { drawnByRun, isTextOfRun, runAgain, stop } from '../../state/workbench/workbench-run.ts';
import { NoticeList } from '../notice-list.tsx';
import { Results } from './results.tsx';
import { sheetMedia, useMedia } from '../hooks/use-media.ts';
import { useSignal } from '../hooks/use-signal.ts';
import { send } from './workbench-actions.tsx';
import { WorkbenchBar } from './workbench-bar.tsx';
import { WorkbenchSeparator } from './workbench-separator.tsx';
import { WorkbenchWriting } from './workbench-writing.tsx';

/** Where the reader writes queries and reads their answers: below the picture, over it, or a sheet on a small screen. */
export function Workbench() {
  const frame = useRef<HTMLElement>(null);
  const isSheet = useMedia(sheetMedia);
  const isTall = useSignal(isWorkbenchTall);
  const share = useSignal(workbenchShare);
  const tabId = useSignal(shownId);
  useCovering(isSheet ? '.header, .body, .status' : isTall ? '.body' : null);
  useRevealing(isSheet);
  useReturn(frame);
  useKeys(frame);
  useEffect(() => void loadVocabulary(), []);
  return (
    <section
      ref={frame}
      className="workbench"
      tabIndex={-1}
      data-tall={isTall}
      aria-label={t('workbench.title')}
      style={isTall || isSheet ? undefined : { height: `${share * 100}dvh` }}
    >
      {!isTall && !isSheet && <WorkbenchSeparator />}
      <WorkbenchBar />
      {/* Those over the picture cannot be seen while the workbench covers it. */}
      {(isTall || isSheet) && <NoticeList />}
      <div className="workbench-parts" id="workbench-query" role="tabpanel" aria-labelledby={`tab-${tabId}`}>
        <WorkbenchWriting />
        <Outcome />
      </div>
    </section>
  );
}

function Outcome() {
  const shown = useSignal(shownRun);
  const isAsRun = useSignal(isTextOfRun);
  return (
    <Results
      run={shown}
      onStop={stop}
      onShow={show}
      // In another text something else may stand there.
      onReplace={isAsRun ? replace : null}
      onRunAgain={runAgain}
    />
  );
}

const show = (position: Position): void => editorControls.peek()?.show(position);
const replace = (position: Position, name: string): void =>
  editorControls.peek()?.replace(position, writtenAsCalled(name));

/** Keys that mean the same everywhere in the workbench. */
function useKeys(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent, act: (event: KeyboardEvent, target: Element) => void): void => {
      const { target } = event;
      // What lies over the page, such as a menu, is elsewhere in the document.
      if (target instanceof Element && frame.current?.contains(target)) act(event, target);
    };
    const leaving = new AbortController();
    // Before the editor makes a line of it.
    document.addEventListener('keydown', (event) => onKey(event, runByKeys), { capture: true, signal: leaving.signal });
    document.addEventListener('keydown', (event) => onKey(event, closeByKeys), { signal: leaving.signal });
    return () => leaving.abort();
  }, [frame]);
}

function runByKeys(event: KeyboardEvent): void {
  const isModified = event.ctrlKey || event.metaKey;
  if (!isModified || event.isComposing) return;
  if (event.key === 'Enter' && !event.shiftKey) send('run');
  else if (event.key.toLowerCase() === 'f' && event.shiftKey) void editorControls.peek()?.format();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Escape closes the workbench, unless it means something to what has the focus. */
function closeByKeys(event: KeyboardEvent, target: Element): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
  if (target.closest('.editor, [role=dialog], [aria-expanded=true]')) return;
  event.preventDefault();
  closeWorkbench();
}

/** What the workbench lies over is out of reach for keys and screen readers, too. */
function useCovering(covered: string | null): void {
  useLayoutEffect(() => {
    if (covered === null) return undefined;
    const parts = [...document.querySelectorAll<HTMLElement>(covered)];
    for (const part of parts) part.inert = true;
    return () => {
      for (const part of parts) part.inert = false;
    };
  }, [covered]);
}

/** Whoever selects or draws something wants to see it: the workbench then lets the picture be seen. */
function useRevealing(isSheet: boolean): void {
  const acts = useSignal(done);
  const selected = useSignal(selectedId);
  const earlier = useRef({ acts, selected });
  useEffect(() => {
    const { current } = earlier;
    earlier.current = { acts, selected };
    const isDrawn = acts.length > current.acts.length && acts.at(-1) !== drawnByRun.peek();
    const isActed = isDrawn || (selected !== current.selected && selected !== null);
    if (!isActed) return;
    isWorkbenchTall.value = false;
    if (isSheet) closeWorkbench();
  }, [acts, selected, isSheet]);
}

/** Whoever closes the workbench goes on from where it was opened. */
function useReturn(frame: RefObject<HTMLElement | null>): void {
  const opener = useRef(document.activeElement);
  useLayoutEffect(
    () => () => {
      const { activeElement } = document;
      if (activeElement !== document.body && !frame.current?.contains(activeElement)) return;
      const { current } = opener;
      const isThere = current instanceof HTMLElement && current.isConnected && current !== document.body;
      (isThere ? current : document.querySelector<HTMLElement>('.workbench-button'))?.focus();
    },
    [frame],
  );
}
