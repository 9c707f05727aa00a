import { t } from '../state/locale.ts';
import { twin, twins } from '../state/view.ts';
import type { Twin as TwinKind } from '../state/view.ts';
import { lazyPart, useFetchedAhead } from './lazy-part.tsx';
import { useSignal } from './use-signal.ts';

const ListTwin = lazyPart(async () => (await import('./list-twin.tsx')).ListTwin);
const TreeTwin = lazyPart(async () => (await import('./tree-twin.tsx')).TreeTwin);
const TableTwin = lazyPart(async () => (await import('./table-twin.tsx')).TableTwin);
const FiguresTwin = lazyPart(async () => (await import('./figures-twin.tsx')).FiguresTwin);

/** The picture as text: a list by label, an outline of what holds what, or a table; and the document's figures as charts. */
export function Twin() {
  const shown = useSignal(twin);
  useFetchedAhead(ListTwin);
  if (shown === null) return null;
  return (
    <section className="twin" data-twin={shown}>
      <div className="segments twin-kinds" role="group" aria-label={t('twin.label')}>
        {twins.filter(isOffered).map((kind) => (
          <button key={kind} type="button" aria-pressed={kind === shown} onClick={() => (twin.value = kind)}>
            {t(`view.${kind}`)}
          </button>
        ))}
      </div>
      {shown === 'list' && <ListTwin />}
      {shown === 'outline' && <TreeTwin />}
      {shown === 'table' && <TableTwin />}
      {shown === 'figures' && <FiguresTwin />}
    </section>
  );
}

/** The document has a pane of its own, which is still to come. */
const isOffered = (kind: TwinKind): boolean => kind !== 'reading';
