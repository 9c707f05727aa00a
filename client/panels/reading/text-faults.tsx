import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { joinWords, t } from '../../state/locale.ts';
import { originalText } from '../../state/reading/original-text.ts';
import { nameOf, ontology } from '../../state/ontology.ts';
import { passageAt } from '../../state/reading/passages.ts';
import { openReadingAt } from '../../state/reading/reading.ts';
import { select } from '../../state/picture/select-actions.ts';
import { sentenceOfId } from '../../state/picture/sentence-of-id.ts';
import { mismatches } from '../../state/reading/text-mismatches.ts';
import { visibleText } from '../../state/visible-text.ts';
import { MoreButton } from '../widgets/more-button.tsx';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { usePortion } from '../hooks/use-portion.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Lines of a list that are shown before more are asked for. */
const atFirst = 10;

/** Names that are told of one quote. */
const mostNames = 3;

/** Where the text and the data set differ: quotes that are not at their addresses, and passages that are not found. */
export function TextFaults() {
  const missing = useSignal(originalText)?.missing ?? [];
  const wrong = useSignal(mismatches);
  return (
    <>
      <Faults title={t('original.mismatches', { n: wrong.length })} hint={t('original.mismatchHint')} items={wrong}>
        {({ address, quote, factIds }) => (
          <li key={`${address} ${quote}`}>
            <Place address={address} /> <Quote quote={quote} />
            <Whose ids={factIds} />
          </li>
        )}
      </Faults>
      <Faults title={t('original.missing', { n: missing.length })} hint={t('original.missingHint')} items={missing}>
        {({ at, opening }) => (
          <li key={at}>
            <Place address={at} /> <Quote quote={opening} />
          </li>
        )}
      </Faults>
    </>
  );
}

interface FaultsProps<Item> {
  title: string;
  hint: string;
  items: readonly Item[];
  children: (item: Item) => ReactNode;
}

function Faults<Item>({ title, hint, items, children }: FaultsProps<Item>) {
  const portion = usePortion(items, atFirst);
  const kept = useKeptFocus<HTMLDetailsElement>();
  if (items.length === 0) return null;
  return (
    <details className="text-faults" {...kept}>
      <summary>{title}</summary>
      <p className="hint">{hint}</p>
      <ul>{portion.shown.map(children)}</ul>
      <MoreButton portion={portion} label={({ n, left }) => t('original.moreFaults', { n, left })} />
    </details>
  );
}

/** An address, as the data set writes it and in words, that leads there; or that no passage has it. */
function Place({ address }: { address: string }) {
  const passage = useSignal(passageAt).get(address);
  if (!passage)
    return (
      <>
        <code>{address}</code> {t('original.noSuchAddress')}
      </>
    );
  return (
    <button type="button" className="link" onClick={() => openReadingAt(address)}>
      <code>{address}</code> {nameOf(passage)}
    </button>
  );
}

function Quote({ quote }: { quote: string }) {
  const language = useSignal(ontology)?.document?.language;
  return <q lang={language}>{visibleText(quote)}</q>;
}

/** What a quote is evidence of: the first few lead to themselves, and the rest is counted. */
function Whose({ ids }: { ids: readonly string[] }) {
  const rest = ids.length - mostNames;
  return (
    <>
      <br />
      {t('original.whose')}
      {ids.slice(0, mostNames).map((id, index) => (
        <Fragment key={id}>
          {index > 0 && joinWords(['', ''])}
          <button type="button" className="link" onClick={() => select(id)}>
            {sentenceOfId(id)}
          </button>
        </Fragment>
      ))}
      {rest > 0 && joinWords(['', t('original.moreFacts', { n: rest })])}
    </>
  );
}
