import { useEffect, useState } from 'react';
import { loadServerText, marksIn, originalText } from '../../state/reading/original-text.ts';
import { omissionsOf } from '../../state/reading/omissions.ts';
import { t } from '../../state/locale.ts';
import { nothingSaid, sayings } from '../../state/reading/mentions.ts';
import { ontology } from '../../state/ontology.ts';
import { passageAt } from '../../state/reading/passages.ts';
import { select } from '../../state/picture/select-actions.ts';
import { partsOf, portionOf } from '../../state/reading/text-parts.ts';
import type { TextPart } from '../../state/reading/text-parts.ts';
import { visibleText } from '../../state/visible-text.ts';
import { chosenIds, selectedId, selectedIds } from '../../state/view/view.ts';
import { TextFacts } from './text-facts.tsx';
import { TextStretch } from './text-stretch.tsx';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

interface PassageTextProps {
  address: string;
  /** Whether Tab leads to its marks. */
  isActive?: boolean;
}

/** Characters that are shown at once: a passage after which others were not found may be as long as the document. */
const portion = 2_000;
/** Characters behind these in which a quote that begins among them is looked for. */
const margin = 1_000;

/** The running text of a passage, where it is at hand, with the quotes marked: each leads to what it gave. */
export function PassageText({ address, isActive = true }: PassageTextProps) {
  const original = useSignal(originalText);
  const passage = useSignal(passageAt).get(address);
  const language = useSignal(ontology)?.document?.language;
  const { phrases } = useSignal(sayings).get(address) ?? nothingSaid;
  useSignal(selectedId);
  useSignal(selectedIds);
  const [most, setMost] = useState(portion);
  const [opened, setOpened] = useState<number | null>(null);
  const kept = useKeptFocus();
  useEffect(() => void loadServerText(), []);
  if (original === null) return null;
  const text = original.slices.get(address)?.trimEnd();
  if (text === undefined) return <p className="hint">{t('original.notFound')}</p>;
  const looked = Math.min(most + margin, text.length);
  const parts = portionOf(
    partsOf(text.slice(0, looked), marksIn(address, looked), passage ? omissionsOf(passage) : []),
    most,
  );
  const left = text.length - parts.reduce((length, part) => length + part.text.length, 0);
  const open = parts.find((part) => part.kind !== 'plain' && part.start === opened);
  const chosen = new Set(chosenIds());
  const chosenQuotes = phrases.filter(({ facts }) => facts.some((id) => chosen.has(id))).map(({ quote }) => quote);
  const press = (part: Exclude<TextPart, { kind: 'plain' }>): void => {
    const [only, ...others] = part.kind === 'mark' ? part.mark.factIds : [];
    if (only !== undefined && others.length === 0) select(only);
    else setOpened(part.start === opened ? null : part.start);
  };
  return (
    <div className="passage-text" {...kept}>
      <p lang={language}>
        {parts.map((part) =>
          part.kind === 'plain' ? (
            visibleText(part.text)
          ) : (
            <TextStretch
              key={part.start}
              part={part}
              chosenQuotes={chosenQuotes}
              isOpen={part === open}
              isActive={isActive}
              onPress={() => press(part)}
            />
          ),
        )}
      </p>
      {left > 0 && (
        <button type="button" className="link" tabIndex={isActive ? 0 : -1} onClick={() => setMost(most + portion)}>
          {t('original.more', { n: left })}
        </button>
      )}
      {open?.kind === 'mark' && (
        <TextFacts key={open.start} quote={open.text} factIds={open.mark.factIds} isActive={isActive} />
      )}
      {open?.kind === 'leftOut' && <p className="hint">{t('original.leftOut', { reason: open.reason })}</p>}
    </div>
  );
}
