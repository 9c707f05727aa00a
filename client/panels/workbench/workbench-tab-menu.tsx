import { Menu, MenuItem } from 'react-aria-components';
import { t } from '../../state/locale.ts';
import { activeTab, closeTab, nameOfTab } from '../../state/workbench/workbench.ts';
import { menuTakesFocus } from '../widgets/takes-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** What can be done with the shown query. */
export function TabMenu({ onDone, onRename }: { onDone: () => void; onRename: () => void }) {
  const shown = useSignal(activeTab);
  return (
    <Menu className="menu" aria-label={t('workbench.tabMenu')} onClose={onDone} {...menuTakesFocus}>
      <MenuItem className="menu-item" onAction={onRename}>
        {t('workbench.rename')}
      </MenuItem>
      <MenuItem className="menu-item" onAction={() => closeTab(shown.id)}>
        {t('workbench.closeTab', { name: nameOfTab(shown) })}
      </MenuItem>
    </Menu>
  );
}
