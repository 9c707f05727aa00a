import { X } from 'lucide-react';
import { t } from '../state/locale.ts';
import { sceneMessage } from '../state/own-scenes.ts';
import { useSignal } from './use-signal.ts';

/** What was last done with the reader's scenes, with the way back where there is one. */
export function SceneMessage() {
  const message = useSignal(sceneMessage);
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
          <button
            type="button"
            className="quiet icon-only"
            aria-label={t('notice.dismiss')}
            onClick={() => (sceneMessage.value = null)}
          >
            <X aria-hidden="true" size={14} />
          </button>
        </>
      )}
    </div>
  );
}
