import { Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../state/locale.ts';
import { notify } from '../state/notices.ts';
import type { Fact, Reason } from '../state/why.ts';
import { citationOf, fetchCited, isCitable } from '../state/why-citation.ts';
import type { CopiedCitation } from '../state/why-citation.ts';
import { copyText } from './copy-text.ts';

const forms = ['numeric', 'plain'] as const satisfies readonly (keyof CopiedCitation)[];

/** Puts the citation on the clipboard, with the premises in the form that names them. Where the browser does not let it, the text stands there, selected, to be copied by hand. */
export function CopyCitation({ of, reason }: { of: Fact; reason: Reason }) {
  const [byHand, setByHand] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  if (!isCitable(reason)) return null;
  const copy = async (form: keyof CopiedCitation): Promise<void> => {
    const problem = form === 'plain' ? await fetchCited(reason) : null;
    // The text says how many premises are not in it.
    if (problem) notify({ kind: 'problem', problem });
    const text = citationOf(of, reason)?.[form] ?? '';
    const isCopied = await copyText(text, 'cite.copied', 'cite.notCopied');
    setByHand(isCopied ? null : text);
    if (!isCopied) requestAnimationFrame(() => area.current?.select());
  };
  return (
    <div className="cite">
      {forms.map((form) => (
        <button key={form} type="button" onClick={() => void copy(form)}>
          <Copy aria-hidden="true" size={14} /> {t(`cite.${form}`)}
        </button>
      ))}
      {byHand !== null && (
        <textarea ref={area} readOnly aria-label={t('cite.text')} value={byHand} rows={byHand.split('\n').length + 2} />
      )}
    </div>
  );
}
