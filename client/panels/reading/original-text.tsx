import { FileText, X } from 'lucide-react';
import { useRef } from 'react';
import { isCut } from '../../state/known-answer.ts';
import { knownMentions } from '../../state/reading/mentions.ts';
import { t } from '../../state/locale.ts';
import {
  askAgainForText,
  closeText,
  isPassing,
  isTextComing,
  openAgain,
  openTextFile,
  originalText,
  serverRefusal,
  textRefusal,
} from '../../state/reading/original-text.ts';
import type { OriginalText as Shown } from '../../state/reading/original-text.ts';
import { isTextKept } from '../../state/reading/original-text-keeping.ts';
import { knownPassages, passages } from '../../state/reading/passages.ts';
import type { Refusal } from '../../state/reading/text-file.ts';
import { isEveryQuoteCompared, mismatches } from '../../state/reading/text-mismatches.ts';
import { visibleText } from '../../state/visible-text.ts';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

const TextFaults = lazyPart(async () => (await import('./text-faults.tsx')).TextFaults);

/** Where the running text comes from, how well it and the data set agree, and how the reader brings a text of their own. */
export function OriginalText() {
  const shown = useSignal(originalText);
  const isComing = useSignal(isTextComing);
  const ofServer = useSignal(serverRefusal);
  const ofFile = useSignal(textRefusal);
  const kept = useKeptFocus();
  return (
    <section className="original-text" aria-label={t('original.title')} {...kept}>
      {isComing && <p role="status">{t('original.coming')}</p>}
      {shown && <Source shown={shown} />}
      {!shown && !isComing && (
        <p>
          {t('original.none')} {t('original.stays')}
        </p>
      )}
      {ofServer && !shown && <Refused refusal={ofServer} onAgain={askAgainForText} />}
      {ofFile && <Refused refusal={ofFile} onAgain={openAgain} />}
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

function Refused({ refusal, onAgain }: { refusal: Refusal; onAgain: () => Promise<void> }) {
  return (
    <p className="warning" role="alert">
      {t(refusal.word, refusal.values)}{' '}
      {isPassing(refusal) && (
        <button type="button" className="link" onClick={() => void onAgain()}>
          {t('original.again')}
        </button>
      )}
    </p>
  );
}

function Source({ shown: { source, name, missing } }: { shown: Shown }) {
  const total = useSignal(passages).length;
  const known = useSignal(knownMentions);
  const wrong = useSignal(mismatches).length;
  const areAllCompared = useSignal(isEveryQuoteCompared);
  const areCut = isCut(useSignal(knownPassages));
  const isKept = useSignal(isTextKept);
  return (
    <p>
      {source === 'server' ? t('original.ofServer') : t('original.ofFile', { name: visibleText(name) })}
      {' · '}
      {t('original.found', { n: total - missing.length, total })}
      {known.kind === 'answered' &&
        wrong === 0 &&
        ` · ${t(areAllCompared ? 'original.allMatch' : 'original.comparedMatch')}`}
      {known.kind !== 'answered' && <span className="hint"> {t('original.unjudged')}</span>}
      {areCut && <span className="hint"> {t('original.cut', { n: total })}</span>}
      {isCut(known) && <span className="hint"> {t('original.partly')}</span>}
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
