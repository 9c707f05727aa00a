import { Header, Menu, MenuItem, MenuSection, Separator } from 'react-aria-components';
import { keepOnly } from '../../state/actions.ts';
import { selectAll, selectMany } from '../../state/picture/select-actions.ts';
import { legend } from '../../state/picture/filters.ts';
import { formatNumber, t } from '../../state/locale.ts';
import { labelTitle } from '../../state/ontology.ts';
import { selectedIds } from '../../state/view/view.ts';
import { menuTakesFocus } from '../widgets/takes-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Selects much at once, all or one label, and empties the picture. */
export function SelectMenu({ onDone }: { onDone: () => void }) {
  const entries = useSignal(legend).filter(({ isOff }) => !isOff);
  const hasSelection = useSignal(selectedIds).size > 0;
  return (
    <Menu className="menu" aria-label={t('select.label')} {...menuTakesFocus} onClose={onDone}>
      <MenuItem className="menu-item" onAction={() => selectAll()}>
        {t('select.all')}
      </MenuItem>
      {hasSelection && (
        <MenuItem className="menu-item" onAction={() => selectMany([])}>
          {t('many.none')}
        </MenuItem>
      )}
      <Separator className="menu-line" />
      <MenuSection>
        <Header className="menu-header">{t('select.byLabel')}</Header>
        {entries.map(({ name, count }) => (
          <MenuItem key={name} className="menu-item" textValue={labelTitle(name)} onAction={() => selectAll(name)}>
            <span>{labelTitle(name)}</span> <span className="count">{formatNumber(count)}</span>
          </MenuItem>
        ))}
      </MenuSection>
      <Separator className="menu-line" />
      <MenuItem className="menu-item" onAction={() => void keepOnly([])}>
        {t('select.clear')}
      </MenuItem>
    </Menu>
  );
}
