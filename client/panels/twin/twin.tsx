import { t } from '../../state/locale.ts';
import { isDocumentThere, shownTwin } from '../../state/reading/reading.ts';
import { twin, twins } from '../../state/view/view.ts';
import type { Twin as TwinKind } from '../../state/view/view.ts';
import { lazyPart, useFetchedAhead } from '../widgets/lazy-part.tsx';
import { useHandedFocus } from '../hooks/use-handed-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

const ListTwin = lazyPart(async () => (await import('./list-twin.tsx')).ListTwin);
const TreeTwin = lazyPart(async () => (await import('./tree-twin.tsx')).TreeTwin);
const TableTwin = lazyPart(async () => (await import('./table-twin.tsx')).TableTwin);
const FiguresTwin = lazyPart(async () => (await import('../figures/figures-twin.tsx')).FiguresTwin);

const ReadingTwin = lazyPart(async () => (await import('../reading/reading-twin.tsx')).ReadingTwin);

/**
 * The picture as text: a list by label, an outline of what holds what, or a table; the document's figures as charts; and
 * the document itself, which has a pane of its own beside the picture.
 */
export function Twin() {
  const shown = useSignal(shownTwin);
  useFetchedAhead(ListTwin);
  return shown && <ShownTwin shown={shown} />;
}

function ShownTwin({ shown }: { shown: TwinKind }) {
  const hasDocument = useSignal(isDocumentThere);
  // The document stands elsewhere on the page than the others.
  const part = useHandedFocus();
  return (
    <section ref={part} className="twin" data-twin={shown} tabIndex={-1}>
      {shown !== 'reading' && (
        <div className="segments twin-kinds" role="group" aria-label={t('twin.label')}>
          {twins
            .filter((kind) => kind !== 'reading' || hasDocument)
            .map((kind) => (
              <button key={kind} type="button" aria-pressed={kind === shown} onClick={() => (twin.value = kind)}>
                {t(`view.${kind}`)}
              </button>
            ))}
        </div>
      )}
      {shown === 'list' && <ListTwin />}
      {shown === 'outline' && <TreeTwin />}
      {shown === 'table' && <TableTwin />}
      {shown === 'figures' && <FiguresTwin />}
      {shown === 'reading' && <ReadingTwin />}
    </section>
  );
}
