import { showAllLabels, toggleLabel } from '../state/actions.ts';
import { formatNumber, inLocale, t } from '../state/locale.ts';
import { ontology } from '../state/ontology.ts';
import { filteredCount, legend } from '../state/picture.ts';
import { LabelBadge } from './label-badge.tsx';
import { sheet } from '../state/view.ts';
import { SheetCloser } from './sheet-closer.tsx';
import { useSignal } from './use-signal.ts';

const lines = ['solid', 'dashed', 'dotted'] as const;

/** The labels on screen with their counts: a key to the picture, and a filter. */
export function Legend() {
  const entries = useSignal(legend);
  const styles = useSignal(ontology)?.labels ?? [];
  const filtered = useSignal(filteredCount);
  const isOpen = useSignal(sheet) === 'legend';
  return (
    <section className="legend" aria-labelledby="legend-title" data-open={isOpen}>
      <SheetCloser />
      <header>
        <h2 id="legend-title">{t('legend.title')}</h2>
        {filtered > 0 ? (
          <button type="button" className="link" onClick={showAllLabels}>
            {t('legend.all')}
          </button>
        ) : (
          <span className="hint">{t('legend.hint')}</span>
        )}
      </header>
      {entries.length === 0 && <p className="hint">{t('legend.none')}</p>}
      <ul>
        {entries.map(({ label, count, isOff }) => {
          const style = styles.find(({ name }) => name === label);
          return (
            <li key={label}>
              <label title={style && inLocale(style.description)} data-off={isOff}>
                <input type="checkbox" checked={!isOff} onChange={() => toggleLabel(label)} />
                {style && <LabelBadge style={style} size={22} />}
                <span className="name">{style ? inLocale(style.title) : label}</span>
                <span className="count">{formatNumber(count)}</span>
              </label>
            </li>
          );
        })}
      </ul>
      <h3>{t('legend.structure')}</h3>
      <ul className="lines">
        {lines.map((line) => (
          <li key={line}>
            <span aria-hidden="true" className="stroke" data-line={line} /> {t(`legend.${line}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
