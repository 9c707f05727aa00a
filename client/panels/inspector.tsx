import { ArrowLeft, X } from 'lucide-react';
import { select, selectPrevious } from '../state/actions.ts';
import { t } from '../state/locale.ts';
import { picture, selection } from '../state/picture.ts';
import { passages } from '../state/passages.ts';
import { sheet, trail } from '../state/view.ts';
import { Introduction } from './introduction.tsx';
import { NodeDetails } from './node-details.tsx';
import { PathDetails } from './path-details.tsx';
import { RelationshipDetails } from './relationship-details.tsx';
import { SheetCloser } from './sheet-closer.tsx';
import { useSignal } from './use-signal.ts';

/** What the document says of the selected thing; of itself while nothing is selected. */
export function Inspector() {
  const selected = useSignal(selection);
  const { paths } = useSignal(picture);
  useSignal(passages);
  const hasTrail = useSignal(trail).length > 0;
  const isOpen = useSignal(sheet) === 'introduction' || selected !== null || paths.length > 0;
  return (
    <aside className="inspector" aria-label={t('inspector.title')} data-open={isOpen}>
      {selected && (
        <div className="inspector-bar">
          {hasTrail && (
            <button type="button" className="quiet" onClick={selectPrevious}>
              <ArrowLeft aria-hidden="true" size={16} /> {t('inspector.back')}
            </button>
          )}
          <button
            type="button"
            className="quiet icon-only closer"
            aria-label={t('inspector.close')}
            onClick={() => select(null)}
          >
            <X aria-hidden="true" size={18} />
          </button>
        </div>
      )}
      {selected === null && <SheetCloser />}
      {selected === null && (paths.length > 0 ? <PathDetails /> : <Introduction />)}
      {selected?.kind === 'node' && <NodeDetails key={selected.node.id} selection={selected} />}
      {selected?.kind === 'relationship' && <RelationshipDetails key={selected.relationship.id} selection={selected} />}
    </aside>
  );
}
