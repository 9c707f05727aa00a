import { FileText, X } from 'lucide-react';
import { useRef } from 'react';
import { knownMentions } from '../state/mentions.ts';
import { t } from '../state/locale.ts';
import {
  askAgainForText,
  closeText,
  isTextComing,
  mismatches,
  openTextFile,
  originalText,
  textRefusal,
} from '../state/original-text.ts';
import type { OriginalText as Shown } from '../state/original-text.ts';
import { isTextKept } from '../state/original-text-keeping.ts';
import { passages } from '../state/passages.ts';
import { visibleText } from '../state/visible-text.ts';
import { lazyPart } from './lazy-part.tsx';
import { useSignal } from './use-signal.ts';

const TextFaults = lazyPart(async () => (await import('./text-faults.tsx')).TextFaults);

/** Where the running text comes from, how well it and the data set agree, and how the reader brings a text of their own. */
export function OriginalText() {
  const shown = useSignal(originalText);
  const isComing = useSignal(isTextComing);
  const refusal = useSignal(textRefusal);
  return (
    <section className="original-text" aria-label={t('original.title')}>
      {isComing && <p role="status">{t('original.coming')}</p>}
      {shown && <Source shown={shown} />}
      {!shown && !isComing && (
        <p>
          {t('original.none')} {t('original.stays')}
        </p>
      )}
      {refusal && (
        <p className="warning" role="alert">
          {t(refusal.word, refusal.values)}{' '}
          {refusal.word === 'original.notCome' && (
            <button type="button" className="link" onClick={askAgainForText}>
              {t('original.again')}
            </button>
          )}
        </p>
      )}
      <div className="original-actions">
        <ChooseFile isOther={shown !== null} />
        {shown?.source === 'file' && (
          <button type="button" className="quiet" onClick={() => void closeText()}>
            <X aria-hidden="true" size={14} /> {t('original.close')}
          </button>
        )}
      </div>
      {shown && <TextFaults />}
    </section>
  );
}

function Source({ shown: { source, name, missing } }: { shown: Shown }) {
  const total = useSignal(passages).length;
  const known = useSignal(knownMentions);
  const wrong = useSignal(mismatches).length;
  const isKept = useSignal(isTextKept);
  return (
    <p>
      {source === 'server' ? t('original.ofServer') : t('original.ofFile', { name: visibleText(name) })}
      {' · '}
      {t('original.found', { n: total - missing.length, total })}
      {known.kind === 'answered' && wrong === 0 && ` · ${t('original.allMatch')}`}
      {known.kind !== 'answered' && <span className="hint"> {t('original.unjudged')}</span>}
      {known.kind === 'answered' && known.answer.truncated && <span className="hint"> {t('original.partly')}</span>}
      {source === 'file' && !isKept && <span className="hint"> {t('original.notKept')}</span>}
    </p>
  );
}

function ChooseFile({ isOther }: { isOther: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const label = t(isOther ? 'original.chooseOther' : 'original.choose');
  return (
    <>
      <button type="button" className="quiet" onClick={() => input.current?.click()}>
        <FileText aria-hidden="true" size={14} /> {label}
      </button>
      <input
        ref={input}
        type="file"
        accept=".txt,text/plain"
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void openTextFile(file);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
