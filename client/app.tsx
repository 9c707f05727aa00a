import { useEffect } from 'react';
import type { MouseEvent } from 'react';
import { isBeingOpened } from './api/opening.ts';
import { mountCanvas } from './canvas/canvas.ts';
import { Dialogs } from './panels/dialogs.tsx';
import { FilterChips } from './panels/picture/filter-chips.tsx';
import { Header } from './panels/header.tsx';
import { Inspector } from './panels/details/inspector.tsx';
import { lazyPart } from './panels/widgets/lazy-part.tsx';
import { Legend } from './panels/picture/legend.tsx';
import { LiveRegion, NoticeList } from './panels/notice-list.tsx';
import { StatusBar } from './panels/status-bar.tsx';
import { Twin } from './panels/twin/twin.tsx';
import { Toolbar } from './panels/toolbar.tsx';
import { useSignal } from './panels/hooks/use-signal.ts';
import { goHome } from './state/actions.ts';
import { clearFilters } from './state/picture/filter-actions.ts';
import { filteredCount } from './state/picture/filters.ts';
import { problemSentence, spoken, t } from './state/locale.ts';
import { canvasControls } from './state/picture/canvas-controls.ts';
import { picture } from './state/picture/picture.ts';
import { isEmbedded } from './state/view/embedding.ts';
import { isDropping } from './state/view/keeping.ts';
import { menu } from './state/picture/menu.ts';
import { isPrinting } from './state/printing.ts';
import { shownTwin } from './state/reading/reading.ts';
import { isSearchSought } from './state/search.ts';
import { failure, isBusy, start } from './state/view/session.ts';
import { base, isPresenting, isTimelineOpen, overview, sceneId, surface } from './state/view/view.ts';
import { isWorkbenchOpen } from './state/workbench/workbench-frame.ts';

const PictureTools = lazyPart(async () => (await import('./panels/picture/picture-tools.tsx')).PictureTools);
const ChartSurface = lazyPart(async () => (await import('./chart-surface.tsx')).ChartSurface);
const ContextMenu = lazyPart(async () => (await import('./panels/context-menu.tsx')).ContextMenu);
const EmbedBar = lazyPart(async () => (await import('./panels/embed-bar.tsx')).EmbedBar);
const SceneBar = lazyPart(async () => (await import('./panels/story/scene-bar.tsx')).SceneBar);
const Show = lazyPart(async () => {
  const [part, keeping] = await Promise.all([import('./panels/story/show.tsx'), import('./keep-show.ts')]);
  keeping.joinShow();
  return part.Show;
});
const Timeline = lazyPart(async () => (await import('./panels/timeline/timeline.tsx')).Timeline);
const PrintSheet = lazyPart(async () => (await import('./panels/exporting/print-sheet.tsx')).PrintSheet);
const Workbench = lazyPart(async () => {
  const [part, keeping] = await Promise.all([
    import('./panels/workbench/workbench.tsx'),
    import('./keep-workbench.ts'),
  ]);
  keeping.startKeepingWorkbench();
  return part.Workbench;
});

const DataSetLinks = lazyPart(async () => (await import('./panels/data-sets/data-set-links.tsx')).DataSetLinks);

/** Problems of a data set that leave the reader with the others. */
const ofDataSets = new Set(['unknown-data-set', 'data-set-not-loaded', 'data-set-unusable']);

/** The page. */
export function App() {
  const language = useSignal(spoken);
  const hasMenu = useSignal(menu) !== null;
  const isHeldOver = useSignal(isDropping);
  const hasWorkbench = useSignal(isWorkbenchOpen);
  const isOnPaper = useSignal(isPrinting);
  const isShow = useSignal(isPresenting);
  const isFramed = useSignal(isEmbedded);
  const frame = isShow ? 'show' : isFramed ? 'embed' : 'page';
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return (
    <div className="page" data-frame={frame}>
      <a className="skip" href="#search" onClick={skipToSearch}>
        {t('page.skipToSearch')}
      </a>
      <Header />
      <div className="body">
        <Legend />
        <Stage />
        <Inspector />
      </div>
      {hasWorkbench && <Workbench />}
      <StatusBar />
      {frame === 'embed' && <EmbedBar />}
      <LiveRegion />
      {hasMenu && <ContextMenu />}
      <Dialogs />
      {isOnPaper && <PrintSheet />}
      {isHeldOver && <p className="drop-target">{t('share.drop')}</p>}
    </div>
  );
}

/** Goes there without following the link: what stands behind # in the address is the view. */
function skipToSearch(event: MouseEvent): void {
  event.preventDefault();
  isSearchSought.value = true;
}

/** Draws the picture into its element for as long as that is on the page. */
function mount(element: HTMLDivElement): () => void {
  const mounted = mountCanvas(element);
  canvasControls.value = mounted;
  return () => {
    canvasControls.value = null;
    mounted.dispose();
  };
}

/** The picture, its text twin beside it (in its place, where there is no room), its controls and notices. */
function Stage() {
  const asText = useSignal(shownTwin);
  const hasScene = useSignal(sceneId) !== null;
  const isShow = useSignal(isPresenting);
  const isChart = useSignal(surface) === 'chart';
  const hasFailed = useSignal(failure) !== null;
  const hasTimeline = useSignal(isTimelineOpen);
  const { nodes, relationships } = useSignal(picture);
  const label = t('view.pictureLabel', { nodes: nodes.size, relationships: relationships.size });
  return (
    <main className="stage" tabIndex={-1}>
      <Toolbar />
      <NoticeList />
      {!isChart && <FilterChips />}
      <div
        className="views"
        data-twin={!isChart && asText !== null && (asText === 'reading' ? 'reading' : 'true')}
        data-surface={isChart ? 'chart' : 'picture'}
      >
        {/* A document is read before, and on the left of, what it is about. */}
        {!isChart && asText === 'reading' && <Twin />}
        {/* Keys walk about in it: to a screen reader it is a part of the page that has keys of its own. */}
        <div className="canvas" ref={mount} role="application" aria-label={label} tabIndex={0} />
        {isChart ? <ChartSurface /> : nodes.size > 0 && <PictureTools />}
        {!isChart && asText !== 'reading' && <Twin />}
        {(!isChart || hasFailed) && <Waiting />}
      </div>
      {hasTimeline && <Timeline />}
      {isShow ? <Show /> : hasScene && <SceneBar />}
    </main>
  );
}

/** What stands in the picture's place while there is none: that it is on its way, or why it is not. */
function Waiting() {
  const problem = useSignal(failure);
  const { query, parameters } = useSignal(base);
  const isElsewhere = query !== overview.query || Object.keys(parameters).length > 0;
  const busy = useSignal(isBusy);
  const isOpening = useSignal(isBeingOpened);
  const { nodes } = useSignal(picture);
  const heldBack = useSignal(filteredCount);
  if (problem) {
    return (
      <div className="waiting" role="alert">
        <h2>{t('page.failed')}</h2>
        <p>{problemSentence(problem)}</p>
        {ofDataSets.has(problem.code) && <DataSetLinks />}
        {problem.code !== 'unknown-data-set' && (
          <button type="button" className="primary" onClick={() => void start()}>
            {t('page.retry')}
          </button>
        )}
        {/* What the address asks for may not be there, however often it is tried. */}
        {isElsewhere && (
          <button type="button" onClick={() => void goHome()}>
            {t('page.home')}
          </button>
        )}
      </div>
    );
  }
  if (nodes.size > 0) return heldBack === nodes.size ? <NothingLeft n={heldBack} /> : null;
  return (
    <div className="waiting" role="status">
      <p>{t(isOpening ? 'dataSets.opening' : busy ? 'page.loading' : 'list.empty')}</p>
    </div>
  );
}

/** What stands in the picture's place where the filters hold back all of it. */
function NothingLeft({ n }: { n: number }) {
  return (
    <div className="waiting" role="status">
      <p>{t('filter.nothingLeft', { n })}</p>
      <button type="button" className="primary" onClick={clearFilters}>
        {t('command.clearFilters')}
      </button>
    </div>
  );
}
