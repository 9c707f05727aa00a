import { ArrowLeft } from 'lucide-react';
import { useDeferredValue } from 'react';
import { selectPrevious } from '../../state/picture/select-actions.ts';
import { t } from '../../state/locale.ts';
import { picture, selection } from '../../state/picture/picture.ts';
import { passages } from '../../state/reading/passages.ts';
import { isReading } from '../../state/reading/reading.ts';
import { partOfPath, partsOfSelection } from '../../state/query-parts.ts';
import { pathStep, selectedIds, sheet, trail } from '../../state/view/view.ts';
import { areScenesListed } from '../../state/story/scenes-panel.ts';
import { CypherBehind } from '../workbench/cypher-behind.tsx';
import { DetailsCloser } from './details-closer.tsx';
import { Introduction } from './introduction.tsx';
import { lazyPart, useFetchedAhead } from '../widgets/lazy-part.tsx';
import { SheetCloser } from '../sheet-closer.tsx';
import { useCover } from '../hooks/use-cover.ts';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

const Details = lazyPart(async () => (await import('./details.tsx')).Details);
const ScenesPanel = lazyPart(async () => (await import('../story/scenes-panel.tsx')).ScenesPanel);
const SelectionDetails = lazyPart(async () => (await import('./selection-details.tsx')).SelectionDetails);

/** What the document says of the selected thing; of itself while nothing is selected. */
export function Inspector() {
  // The picture shows first what is selected; what there is to say of it may take longer to write.
  const selected = useDeferredValue(useSignal(selection));
  const focus = useKeptFocus();
  const { paths } = useSignal(picture);
  useSignal(passages);
  const hasTrail = useSignal(trail).length > 0;
  const areMany = useDeferredValue(useSignal(selectedIds)).size > 1;
  const isAnySelected = selected !== null || areMany;
  const hasPath = paths.length > 0;
  const called = useSignal(sheet);
  const areScenes = useSignal(areScenesListed);
  // On a small screen it is called over what is selected, which is there again when it is closed.
  const isIntroduction = called === 'introduction' || (!isAnySelected && !hasPath);
  const isBeside = useSignal(isReading);
  // Beside the document, which says itself what is selected, it is called.
  const isOpen = called === null ? !isIntroduction && !isBeside : called !== 'legend';
  useCover(focus.ref);
  useFetchedAhead(Details);
  const path = pathStep();
  const parts = isAnySelected ? partsOfSelection(areMany ? null : selected) : path ? [partOfPath(path)] : [];
  return (
    <aside {...focus} className="inspector" aria-label={t('inspector.title')} data-open={isOpen}>
      {!isIntroduction && (
        <div className="inspector-bar">
          {hasTrail && (
            <button type="button" className="quiet" onClick={selectPrevious}>
              <ArrowLeft aria-hidden="true" size={16} /> {t('inspector.back')}
            </button>
          )}
          {parts.length > 0 && <CypherBehind parts={() => parts} className="quiet icon-only cypher-button" />}
          <DetailsCloser isAnySelected={isAnySelected} />
        </div>
      )}
      {isIntroduction && (
        <>
          {/* The scenes have a closer of their own. */}
          {!areScenes && <SheetCloser />}
          {areScenes ? <ScenesPanel /> : <Introduction />}
        </>
      )}
      {!isIntroduction && (areMany ? <SelectionDetails /> : <Details of={selected} />)}
    </aside>
  );
}
