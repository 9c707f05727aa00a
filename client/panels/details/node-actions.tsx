import { Braces, Ellipsis, EyeOff, ListChecks, Minus, Plus, Route } from 'lucide-react';
import { queryAddress } from '../../api/api.ts';
import { addressHere } from '../../api/data-set.ts';
import { hasServer } from '../../api/transport.ts';
import { collapse, expand, hide } from '../../state/actions.ts';
import { startPath } from '../../state/picture/path-actions.ts';
import { t } from '../../state/locale.ts';
import { openMenu } from '../../state/picture/menu.ts';
import { picture } from '../../state/picture/picture.ts';
import { expandBy, expansionOf, isExpanded, steps } from '../../state/view/view.ts';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { PopoverButton } from '../widgets/popover-button.tsx';
import { useSignal } from '../hooks/use-signal.ts';

const ExpandMenu = lazyPart(async () => (await import('./expand-menu.tsx')).ExpandMenu);

/** What can be done with a node. */
export function NodeActions({ id, isOnScreen }: { id: string; isOnScreen: boolean }) {
  const { totals } = useSignal(picture);
  useSignal(steps);
  const expanded = expansionOf(id);
  const isAnyExpanded = isExpanded(id);
  const total = totals.get(id);
  const shown = total === undefined ? 0 : Math.min(expanded, total);
  const left = total === undefined ? 0 : total - shown;
  return (
    <div className="actions">
      {expanded === 0 && (
        <button type="button" className="primary" onClick={() => void expand(id)}>
          <Plus aria-hidden="true" size={16} /> {t(isOnScreen ? 'inspector.expand' : 'inspector.show')}
        </button>
      )}
      {expanded > 0 && left > 0 && (
        <button type="button" className="primary" onClick={() => void expand(id)}>
          <Plus aria-hidden="true" size={16} /> {t('inspector.expandMore', { n: Math.min(left, expandBy), left })}
        </button>
      )}
      <PopoverButton
        label={t('kinds.open')}
        face={
          <>
            <ListChecks aria-hidden="true" size={16} /> {t('kinds.open')}
          </>
        }
      >
        {(close) => <ExpandMenu id={id} onDone={close} />}
      </PopoverButton>
      {isAnyExpanded && (
        <button type="button" onClick={() => void collapse(id)}>
          <Minus aria-hidden="true" size={16} /> {t('inspector.collapse')}
        </button>
      )}
      {isOnScreen && (
        <>
          <button type="button" onClick={() => startPath(id)}>
            <Route aria-hidden="true" size={16} /> {t('inspector.pathFrom')}
          </button>
          <button type="button" onClick={() => void hide([id])}>
            <EyeOff aria-hidden="true" size={16} /> {t('inspector.hide')}
          </button>
          <button type="button" aria-haspopup="menu" onClick={({ currentTarget }) => openMenu([id], currentTarget)}>
            <Ellipsis aria-hidden="true" size={16} /> {t('node.more')}
          </button>
        </>
      )}
      {hasServer() && (
        <a className="button" href={addressHere(queryAddress('node', { id }))} target="_blank" rel="noreferrer">
          <Braces aria-hidden="true" size={16} /> {t('inspector.openAnswer')}
        </a>
      )}
      {total !== undefined && (
        <p className="hint" role="status">
          {t('inspector.expanded', { shown, total })}
        </p>
      )}
    </div>
  );
}
