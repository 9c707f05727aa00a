import { List, Maximize, Minus, Plus, Waypoints } from 'lucide-react';
import { layOut } from '../state/actions.ts';
import { t } from '../state/locale.ts';
import { isList, layout, layouts, sheet } from '../state/view.ts';
import { useSignal } from './use-signal.ts';

/** What the toolbar asks of the picture. */
interface PictureControls {
  zoomBy: (factor: number) => void;
  fit: () => void;
}

const zoomStep = 1.3;

/** Picture or list; the layouts; zoom and fit; on a small screen the way to the panels. */
export function Toolbar({ controls }: { controls: PictureControls }) {
  const isListShown = useSignal(isList);
  const current = useSignal(layout);
  return (
    <div className="toolbar">
      <div className="segments" role="group" aria-label={t('view.label')}>
        <button type="button" aria-pressed={!isListShown} onClick={() => (isList.value = false)}>
          <Waypoints aria-hidden="true" size={16} /> {t('view.picture')}
        </button>
        <button type="button" aria-pressed={isListShown} onClick={() => (isList.value = true)}>
          <List aria-hidden="true" size={16} /> {t('view.list')}
        </button>
      </div>
      <SheetButtons />
      {!isListShown && (
        <>
          <div className="segments" role="group" aria-label={t('layout.label')}>
            {layouts.map((kind) => (
              <button key={kind} type="button" aria-pressed={current === kind} onClick={() => layOut(kind)}>
                {t(`layout.${kind}`)}
              </button>
            ))}
          </div>
          <div className="segments zoom" role="group" aria-label={t('zoom.fit')}>
            <button type="button" aria-label={t('zoom.out')} onClick={() => controls.zoomBy(1 / zoomStep)}>
              <Minus aria-hidden="true" size={16} />
            </button>
            <button type="button" aria-label={t('zoom.in')} onClick={() => controls.zoomBy(zoomStep)}>
              <Plus aria-hidden="true" size={16} />
            </button>
            <button type="button" onClick={controls.fit}>
              <Maximize aria-hidden="true" size={16} /> {t('zoom.fit')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

/** Legend and questions stand beside a large picture; over a small one they are called. */
function SheetButtons() {
  const open = useSignal(sheet);
  return (
    <div className="segments only-small" role="group" aria-label={t('tabs.label')}>
      {(['introduction', 'legend'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-expanded={open === name}
          onClick={() => (sheet.value = open === name ? null : name)}
        >
          {t(name === 'legend' ? 'tabs.legend' : 'tabs.questions')}
        </button>
      ))}
    </div>
  );
}
