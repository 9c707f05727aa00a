import { X } from 'lucide-react';
import { t } from '../../state/locale.ts';
import type { Notice } from '../../state/notices.ts';

interface KeptMessageProps {
  message: Extract<Notice, { kind: 'word' }> | null;
  onDismiss: () => void;
}

/** What was last done with what the reader keeps, with the way back where there is one. */
export function KeptMessage({ message, onDismiss }: KeptMessageProps) {
  return (
    <div className="query-message" role="status">
      {message && (
        <>
          <span>{t(message.word, message.values)}</span>
          {message.act && (
            <button type="button" className="link" onClick={message.act.run}>
              {t(message.act.word)}
            </button>
          )}
          <button type="button" className="quiet icon-only" aria-label={t('notice.dismiss')} onClick={onDismiss}>
            <X aria-hidden="true" size={14} />
          </button>
        </>
      )}
    </div>
  );
}
