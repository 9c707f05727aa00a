import { X } from 'lucide-react';
import { activeFilters } from '../../state/picture/active-filters.ts';
import { clearFilters } from '../../state/picture/filter-actions.ts';
import { t } from '../../state/locale.ts';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Every filter that is on, above the picture: each is taken off by its button. */
export function FilterChips() {
  const filters = useSignal(activeFilters);
  const focus = useKeptFocus();
  if (filters.length === 0) return null;
  return (
    <div {...focus} className="chips" role="group" aria-label={t('chip.list')}>
      <ul>
        {filters.map(({ key, text, remove }) => (
          <li key={key}>
            <button type="button" className="chip" onClick={remove}>
              {text} <span className="visually-hidden">{t('chip.remove')}</span>
              <X aria-hidden="true" size={14} />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="chip clear" onClick={clearFilters}>
        {t('chip.clear')}
      </button>
    </div>
  );
}
