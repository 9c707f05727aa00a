import { BookOpenText } from 'lucide-react';
import { t } from '../../state/locale.ts';
import { isDocumentThere, isReading, openReadingAt } from '../../state/reading/reading.ts';
import { isPresenting, surface } from '../../state/view/view.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Opens the document where something is said first; nothing, where it is open, or has no room beside what is shown. */
export function InDocumentButton({ address }: { address: string }) {
  const isPicture = useSignal(surface) === 'picture';
  const isShow = useSignal(isPresenting);
  const isThere = useSignal(isDocumentThere);
  const isOpen = useSignal(isReading);
  if (isOpen || !isThere || !isPicture || isShow) return null;
  return (
    <button type="button" className="in-document" onClick={() => openReadingAt(address)}>
      <BookOpenText aria-hidden="true" size={14} /> {t('reading.inDocument')}
    </button>
  );
}
