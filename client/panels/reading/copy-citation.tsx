import { Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../server/contract/problem.ts';
import { t } from '../../state/locale.ts';
import { announce, notify } from '../../state/notices.ts';
import type { Fact, Reason } from '../../state/reading/why.ts';
import { citationOf, fetchCited, hasToFetchCited, isCitable } from '../../state/reading/why-citation.ts';
import type { CopiedCitation } from '../../state/reading/why-citation.ts';
import { copyText } from '../widgets/copy-text.ts';

const forms = ['numeric', 'plain'] as const satisfies readonly (keyof CopiedCitation)[];

/** Puts the citation on the clipboard, with the premises in the form that names them. Where the browser does not let it, the text stands there, selected, to be copied by hand. */
export function CopyCitation({ of, reason }: { of: Fact; reason: Reason }) {
  const [byHand, setByHand] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [isFetching, setFetching] = useState(false);
  const waiting = useRef(new AbortController());
  useEffect(() => {
    // Who looks at another thing by then does not want this one on the clipboard.
    const { current: stop } = waiting;
    return () => stop.abort();
  }, []);
  if (!isCitable(reason)) return null;
  const fetchMissing = async (stop: AbortSignal): Promise<Problem | null> => {
    if (!hasToFetchCited(reason)) return null;
    setFetching(true);
    announce('cite.fetching');
    const problem = await fetchCited(reason, stop);
    setFetching(false);
    return problem;
  };
  const copy = async (form: keyof CopiedCitation): Promise<void> => {
    if (isFetching && form === 'plain') return;
    const { signal: stop } = waiting.current;
    const problem = form === 'plain' ? await fetchMissing(stop) : null;
    if (stop.aborted) return;
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
        <button key={form} type="button" aria-busy={isFetching && form === 'plain'} onClick={() => void copy(form)}>
          <Copy aria-hidden="true" size={14} /> {t(isFetching && form === 'plain' ? 'cite.fetching' : `cite.${form}`)}
        </button>
      ))}
      {byHand !== null && (
        <textarea ref={area} readOnly aria-label={t('cite.text')} value={byHand} rows={byHand.split('\n').length + 2} />
      )}
    </div>
  );
}
