import { X } from 'lucide-react';
import { isEmbedded } from '../../state/view/embedding.ts';
import { t } from '../../state/locale.ts';
import { clearPath } from '../../state/picture/path-actions.ts';
import { isReading } from '../../state/reading/reading.ts';
import { selectMany } from '../../state/picture/select-actions.ts';
import { isPresenting, sheet } from '../../state/view/view.ts';
import { useMedia } from '../hooks/use-media.ts';
import { useSignal } from '../hooks/use-signal.ts';

/**
 * Closes the details: of what is selected, which is selected no longer, or of paths. Where they were called over the document,
 * that is there again, with the same thing selected.
 */
export function DetailsCloser({ isAnySelected }: { isAnySelected: boolean }) {
  const isCalled = useSignal(sheet) === 'details';
  const isBeside = useSignal(isReading);
  const areOver = [useMedia('(max-width: 860px)'), useSignal(isEmbedded), useSignal(isPresenting)].includes(true);
  const isOverDocument = isCalled && isBeside && areOver;
  const label = t(isOverDocument ? 'sheet.close' : isAnySelected ? 'inspector.close' : 'path.close');
  const close = (): void => {
    if (isOverDocument) backToDocument();
    else if (isAnySelected) selectMany([]);
    else void clearPath();
  };
  return (
    <button type="button" className="quiet icon-only closer" aria-label={label} title={label} onClick={close}>
      <X aria-hidden="true" size={18} />
    </button>
  );
}

/** To the button by which they were called. */
function backToDocument(): void {
  sheet.value = null;
  document.querySelector<HTMLElement>('.mention-details')?.focus();
}
