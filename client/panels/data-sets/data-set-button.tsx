import { ChevronsUpDown } from 'lucide-react';
import { isThereChoice } from '../../state/data-sets.ts';
import { t } from '../../state/locale.ts';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { PopoverButton } from '../widgets/popover-button.tsx';
import { useSignal } from '../hooks/use-signal.ts';

const DataSetMenu = lazyPart(async () => (await import('./data-set-menu.tsx')).DataSetMenu);

/** Opens the choice of data sets, beside the title of the present one; nothing where there is one only. */
export function DataSetButton() {
  if (!useSignal(isThereChoice)) return null;
  return (
    <PopoverButton
      label={t('dataSets.choose')}
      className="quiet icon-only data-set-button"
      face={<ChevronsUpDown aria-hidden="true" size={16} />}
    >
      {(close) => <DataSetMenu onDone={close} />}
    </PopoverButton>
  );
}
