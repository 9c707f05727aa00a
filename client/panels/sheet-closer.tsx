import { X } from 'lucide-react';
import { t } from '../state/locale.ts';
import { sheet } from '../state/view/view.ts';

/** Closes a panel that lies over the picture on a small screen; on a large one it is not there. */
export function SheetCloser() {
  return (
    <button
      type="button"
      className="icon-only closer only-small"
      aria-label={t('sheet.close')}
      onClick={() => (sheet.value = null)}
    >
      <X aria-hidden="true" size={20} />
    </button>
  );
}
