import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { t } from '../../state/locale.ts';
import { nothingSaid, sayings } from '../../state/reading/mentions.ts';
import { nameOf, ontology, summaryOf } from '../../state/ontology.ts';
import { foldedSections, readingLines } from '../../state/reading/reading-outline.ts';
import type { ReadingItem } from '../../state/reading/reading-outline.ts';
import { Quoted } from './quoted.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** Lines that are printed: about eighty pages. */
const most = 1_000;

/** The document as it is printed: all lines of its outline, of which the page has those in sight only. */
export function PrintReading() {
  const [isOnPaper, setOnPaper] = useState(false);
  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    // The browser draws what goes to the printer right after this.
    addEventListener('beforeprint', () => flushSync(() => setOnPaper(true)), { signal });
    addEventListener('afterprint', () => setOnPaper(false), { signal });
    return () => stopping.abort();
  }, []);
  return isOnPaper && <Sheet />;
}

function Sheet() {
  const lines = useSignal(readingLines);
  const known = useSignal(ontology)?.document;
  return (
    <div className="print-reading">
      <h2 lang={known?.language}>{known?.reference.title ?? t('reading.title')}</h2>
      {lines
        .slice(0, most)
        .map((item) =>
          item.kind === 'section' ? <Heading key={item.id} {...item} /> : <Passage key={item.id} {...item} />,
        )}
      {lines.length > most && <p>{t('reading.notPrinted', { n: lines.length - most })}</p>}
    </div>
  );
}

function Heading({ id, node, addresses }: ReadingItem) {
  const isFolded = useSignal(foldedSections).has(id);
  return (
    <>
      <h3>{nameOf(node)}</h3>
      {isFolded && (
        <p>
          {summaryOf(node)} ({t('reading.sentences', { n: addresses.length })})
        </p>
      )}
    </>
  );
}

function Passage({ address, node }: ReadingItem) {
  const { phrases } = useSignal(sayings).get(address) ?? nothingSaid;
  return (
    <div className="print-passage">
      <p>
        <b>{nameOf(node)}</b> {summaryOf(node)}
      </p>
      {phrases.length > 0 && (
        <p>
          {phrases.map(({ quote }) => (
            <Quoted key={quote}>{quote}</Quoted>
          ))}
        </p>
      )}
    </div>
  );
}
