import { setFacet, styleTitle, toggleBasis, toggleType } from '../../state/picture/filter-actions.ts';
import { basisLegend, dates, facets, typeLegend } from '../../state/picture/filters.ts';
import type { FilterEntry } from '../../state/picture/filters.ts';
import { formatNumber, inLocale, joinWords, t } from '../../state/locale.ts';
import { typeStyleOf } from '../../state/ontology.ts';
import { nameOfId } from '../../state/picture/picture.ts';
import { asOf, colourBy, compared, facet, sizeBy } from '../../state/view/view.ts';
import { Choice } from '../widgets/choice.tsx';
import { Fold } from '../widgets/fold.tsx';
import { LookChoices } from './look-choices.tsx';
import { TimeFilter } from '../timeline/time-filter.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** All programmes; no node has this id. */
const everything = '';

/** What else the picture can be filtered by, in sections that are folded away until they are wanted. */
export function FilterSections() {
  const types = useSignal(typeLegend);
  const bases = useSignal(basisLegend);
  const isAsOf = useSignal(asOf) !== null;
  const isCompared = useSignal(compared) !== null;
  const timeNote = isAsOf ? t('time.asOf') : isCompared ? t('time.compare') : undefined;
  const [size, colour] = [useSignal(sizeBy), useSignal(colourBy)];
  const looks = [...(size === 'degree' ? [] : [size]), ...(colour === 'label' ? [] : [colour])];
  const chosen = useSignal(facet);
  const hasFacets = useSignal(facets).length > 0;
  const hasDates = useSignal(dates).length > 0;
  return (
    <div className="filters">
      <Fold title={t('filter.types')} note={countOf(types)}>
        {() => (
          <Ticks
            entries={types}
            titleOf={(type) => inLocale(typeStyleOf(type).title)}
            lineOf={(type) => typeStyleOf(type).line}
            onToggle={toggleType}
          />
        )}
      </Fold>
      {/* What there is nothing to choose of is left out. */}
      {(bases.length > 1 || bases.some(({ isOff }) => isOff)) && (
        <Fold title={t('filter.basis')} note={bases.some(({ isOff }) => isOff) ? countOf(bases) : undefined}>
          {() => (
            <Ticks
              entries={bases}
              titleOf={(basis) => t(basisOf(basis) === 'derived' ? 'filter.derived' : 'filter.stated')}
              onToggle={(basis) => toggleBasis(basisOf(basis))}
            />
          )}
        </Fold>
      )}
      {(hasFacets || chosen !== null) && (
        <Fold title={t('filter.facet')} note={chosen === null ? undefined : '1'}>
          {() => <FacetFilter />}
        </Fold>
      )}
      {(hasDates || isAsOf || isCompared) && (
        <Fold title={t('filter.time')} note={timeNote}>
          {() => <TimeFilter />}
        </Fold>
      )}
      <Fold
        title={t('filter.looks')}
        note={looks.length > 0 ? joinWords(looks.map(styleTitle)) : undefined}
        // Colours that are not the labels' need their key in sight.
        isOpenAtFirst={colour !== 'label'}
      >
        {() => <LookChoices />}
      </Fold>
    </div>
  );
}

const basisOf = (name: string): 'stated' | 'derived' => (name === 'derived' ? 'derived' : 'stated');

/** How many there are, or how many of them are shown. */
function countOf(entries: readonly FilterEntry[]): string {
  const on = entries.filter(({ isOff }) => !isOff).length;
  return on === entries.length ? formatNumber(on) : `${formatNumber(on)}/${formatNumber(entries.length)}`;
}

interface TicksProps {
  entries: readonly FilterEntry[];
  titleOf: (name: string) => string;
  lineOf?: (name: string) => string;
  onToggle: (name: string) => void;
}

/** What can be ticked off, each with its count. */
function Ticks({ entries, titleOf, lineOf, onToggle }: TicksProps) {
  return (
    <ul>
      {entries.map(({ name, count, isOff }) => (
        <li key={name}>
          <label data-off={isOff}>
            <input type="checkbox" checked={!isOff} onChange={() => onToggle(name)} />
            {lineOf && <span aria-hidden="true" className="stroke" data-line={lineOf(name)} />}
            <span className="name">{titleOf(name)}</span>
            <span className="count">{formatNumber(count)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function FacetFilter() {
  const ids = useSignal(facets);
  const chosen = useSignal(facet);
  const offered = [...new Set([...ids, ...(chosen === null ? [] : [chosen])])];
  if (offered.length === 0) return <p className="hint">{t('filter.facetNone')}</p>;
  return (
    <Choice
      label={t('filter.facet')}
      options={[{ id: everything, text: t('filter.all') }, ...offered.map((id) => ({ id, text: nameOfId(id) }))]}
      value={chosen ?? everything}
      onChange={(id) => setFacet(id === everything ? null : id)}
    />
  );
}
