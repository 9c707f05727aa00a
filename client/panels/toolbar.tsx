import {
  BookOpenText,
  History,
  Lasso,
  List,
  Maximize,
  Minus,
  MousePointerClick,
  Network,
  Plus,
  Redo2,
  Undo2,
  Waypoints,
} from 'lucide-react';
import { layOut } from '../state/actions.ts';
import { canvasControls, zoomStep } from '../state/picture/canvas-controls.ts';
import { isLassoOn } from '../state/picture/lasso.ts';
import { t } from '../state/locale.ts';
import { canRedo, canUndo, redo, undo } from '../state/view/history.ts';
import { partsOfPicture } from '../state/query-parts.ts';
import { areQuestionsThere } from '../state/questions.ts';
import { isDocumentThere, isReading, shownTwin, toggleReading } from '../state/reading/reading.ts';
import { showSurface } from '../state/picture/surface-actions.ts';
import { layout, layouts, sheet, surface } from '../state/view/view.ts';
import { CypherBehind } from './workbench/cypher-behind.tsx';
import { lazyPart } from './widgets/lazy-part.tsx';
import { PopoverButton } from './widgets/popover-button.tsx';
import { TimelineButton } from './timeline/timeline-button.tsx';
import { useSignal } from './hooks/use-signal.ts';

const StepList = lazyPart(async () => (await import('./picture/step-list.tsx')).StepList);
const SelectMenu = lazyPart(async () => (await import('./picture/select-menu.tsx')).SelectMenu);

/** Picture or list; the layouts; zoom and fit; on a small screen the way to the panels. */
export function Toolbar() {
  const asText = useSignal(shownTwin);
  const isChart = useSignal(surface) === 'chart';
  const isListShown = asText !== null && asText !== 'reading';
  const current = useSignal(layout);
  return (
    <div className="toolbar">
      <div className="segments" role="group" aria-label={t('view.label')}>
        <button type="button" aria-pressed={!isListShown && !isChart} onClick={() => showSurface('picture')}>
          <Waypoints aria-hidden="true" size={16} /> <span className="wide-text">{t('view.picture')}</span>
        </button>
        <button type="button" aria-pressed={isChart} onClick={() => showSurface('chart')}>
          <Network aria-hidden="true" size={16} /> <span className="wide-text">{t('view.chart')}</span>
        </button>
        <button type="button" aria-pressed={isListShown} onClick={() => showSurface('picture', 'list')}>
          <List aria-hidden="true" size={16} /> <span className="wide-text">{t('view.list')}</span>
        </button>
      </div>
      <DocumentButton className="single only-large" />
      <SheetButtons />
      <HistoryButtons />
      {!isChart && (
        <>
          <PopoverButton
            label={t('select.label')}
            className="single"
            face={
              <>
                <MousePointerClick aria-hidden="true" size={16} />{' '}
                <span className="wide-text">{t('select.label')}</span>
              </>
            }
          >
            {(close) => <SelectMenu onDone={close} />}
          </PopoverButton>
          <CypherBehind parts={partsOfPicture} className="single" />
        </>
      )}
      <div className="picture-tools" data-twin={isListShown}>
        {!isChart && (
          <>
            <div className="segments" role="group" aria-label={t('layout.label')}>
              {layouts.map((kind) => (
                <button key={kind} type="button" aria-pressed={current === kind} onClick={() => layOut(kind)}>
                  {t(`layout.${kind}`)}
                </button>
              ))}
            </div>
            <LassoButton />
          </>
        )}
        <TimelineButton className="single only-small" />
        <div className="segments zoom" role="group" aria-label={t('zoom.label')}>
          <button type="button" aria-label={t('zoom.out')} onClick={() => canvasControls.value?.zoomBy(1 / zoomStep)}>
            <Minus aria-hidden="true" size={16} />
          </button>
          <button type="button" aria-label={t('zoom.in')} onClick={() => canvasControls.value?.zoomBy(zoomStep)}>
            <Plus aria-hidden="true" size={16} />
          </button>
          <button type="button" onClick={() => canvasControls.value?.fit()}>
            <Maximize aria-hidden="true" size={16} /> <span className="wide-text">{t('zoom.fit')}</span>
          </button>
        </div>
      </div>
    </div>
  );
}

/** Turns the lasso on for one line, for fingers too; a mouse needs no more than the Alt key. */
function LassoButton() {
  const isOn = useSignal(isLassoOn);
  return (
    <button
      type="button"
      className="single lasso-button"
      aria-pressed={isOn}
      aria-label={t('lasso.start')}
      title={t('lasso.start')}
      onClick={() => (isLassoOn.value = !isOn)}
    >
      <Lasso aria-hidden="true" size={16} />
    </button>
  );
}

/** Opens the document beside the picture, and puts it away. */
function DocumentButton({ className = '' }: { className?: string }) {
  const hasDocument = useSignal(isDocumentThere);
  const isOpen = useSignal(isReading);
  if (!hasDocument) return null;
  return (
    <button
      type="button"
      className={`reading-button ${className}`}
      aria-pressed={isOpen}
      title={`${t(isOpen ? 'reading.close' : 'reading.open')} (V)`}
      onClick={toggleReading}
    >
      <BookOpenText aria-hidden="true" size={16} /> <span>{t('view.reading')}</span>
    </button>
  );
}

/** Legend, questions and the document stand beside a large picture; over a small one they are called. */
function SheetButtons() {
  const open = useSignal(sheet);
  const isChart = useSignal(surface) === 'chart';
  const hasQuestions = useSignal(areQuestionsThere);
  return (
    <div className="segments only-small sheet-buttons" role="group" aria-label={t('tabs.label')}>
      {(isChart ? (['introduction'] as const) : (['introduction', 'legend'] as const)).map((name) => (
        <button
          key={name}
          type="button"
          data-sheet={name}
          aria-expanded={open === name}
          onClick={() => (sheet.value = open === name ? null : name)}
        >
          {name === 'legend' ? t('tabs.legend') : t(hasQuestions ? 'tabs.questions' : 'tabs.about')}
        </button>
      ))}
      <DocumentButton />
    </div>
  );
}

/** Takes back what was done, and does it again; the keys for it are told by the buttons. */
function HistoryButtons() {
  const isUndoable = useSignal(canUndo);
  const isRedoable = useSignal(canRedo);
  return (
    <div className="segments" role="group" aria-label={t('history.label')}>
      <button
        type="button"
        disabled={!isUndoable}
        aria-keyshortcuts="Control+Z Meta+Z"
        title={`${t('history.undo')} (Ctrl/⌘ Z)`}
        aria-label={t('history.undo')}
        onClick={() => void undo()}
      >
        <Undo2 aria-hidden="true" size={16} />
      </button>
      <button
        type="button"
        disabled={!isRedoable}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        title={`${t('history.redo')} (Ctrl/⌘ Shift Z)`}
        aria-label={t('history.redo')}
        onClick={() => void redo()}
      >
        <Redo2 aria-hidden="true" size={16} />
      </button>
      <PopoverButton
        label={t('history.steps')}
        isDisabled={!isUndoable && !isRedoable}
        face={<History aria-hidden="true" size={16} />}
      >
        {() => <StepList />}
      </PopoverButton>
    </div>
  );
}
