import { Ellipsis } from 'lucide-react';
import { clearFilters, isFiltered, toggleLabel } from '../../state/picture/filter-actions.ts';
import { formatShort, inLocale, joinWords, t } from '../../state/locale.ts';
import { labelStyleByName, labelTitle } from '../../state/ontology.ts';

import { legend, lineLegend } from '../../state/picture/filters.ts';
import { firstPicture } from '../../state/view/first-picture.ts';
import { LabelBadge } from '../widgets/label-badge.tsx';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { PopoverButton } from '../widgets/popover-button.tsx';
import { appearances, sheet } from '../../state/view/view.ts';
import { SheetCloser } from '../sheet-closer.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** What else there is to filter by comes after the first picture. */
const FilterSections = lazyPart(async () => {
  await firstPicture();
  return (await import('./filter-sections.tsx')).FilterSections;
});

const AppearanceMenu = lazyPart(async () => (await import('./appearance-menu.tsx')).AppearanceMenu);

/** Types that are named beside a stroke; a pointer shows them all. */
const mostTypes = 3;

/** The labels on screen with their counts: a key to the picture, and a filter. */
export function Legend() {
  const entries = useSignal(legend);
  useSignal(appearances);
  const isAnyOn = useSignal(isFiltered);
  const isOpen = useSignal(sheet) === 'legend';
  return (
    <section className="legend" aria-labelledby="legend-title" data-open={isOpen}>
      <SheetCloser />
      <header>
        <h2 id="legend-title">{t('legend.title')}</h2>
        {isAnyOn ? (
          <button type="button" className="link" onClick={clearFilters}>
            {t('legend.all')}
          </button>
        ) : (
          <span className="hint">{t('legend.hint')}</span>
        )}
      </header>
      {entries.length === 0 && <p className="hint">{t('legend.none')}</p>}
      <ul className="labels">
        {entries.map(({ name: label, count, isOff }) => {
          const style = labelStyleByName(label);
          return (
            <li key={label}>
              <label title={style && inLocale(style.description)} data-off={isOff}>
                <input type="checkbox" checked={!isOff} onChange={() => toggleLabel(label)} />
                {style && <LabelBadge style={style} size={22} />}
                <span className="name">{style ? inLocale(style.title) : label}</span>
                <span className="count">{formatShort(count)}</span>
              </label>
              <PopoverButton
                label={t('appearance.title', { label: labelTitle(label) })}
                className="quiet icon-only looks"
                face={<Ellipsis aria-hidden="true" size={16} />}
              >
                {() => <AppearanceMenu label={label} />}
              </PopoverButton>
            </li>
          );
        })}
      </ul>
      <Lines />
      <FilterSections />
    </section>
  );
}

/** What each kind of stroke on screen stands for. */
function Lines() {
  const entries = useSignal(lineLegend);
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{t('legend.lines')}</h3>
      <ul className="lines">
        {entries.map(({ line, titles }) => (
          <li key={line} title={joinWords(titles)}>
            <span aria-hidden="true" className="stroke" data-line={line} />
            {titles.length > mostTypes
              ? t('legend.andOthers', { types: joinWords(titles.slice(0, mostTypes)) })
              : joinWords(titles)}
          </li>
        ))}
      </ul>
    </>
  );
}
