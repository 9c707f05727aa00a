import { computed } from '@preact/signals-core';
import { Check, CircleDashed, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { t } from '../../state/locale.ts';
import { nothingSaid, sayings } from '../../state/reading/mentions.ts';
import { foldedAt, originalText } from '../../state/reading/original-text.ts';
import { localProperty, nameOf, summaryOf } from '../../state/ontology.ts';
import { given, nothingGiven } from '../../state/reading/passages.ts';
import type { Given } from '../../state/reading/passages.ts';
import { bringPassage } from '../../state/reading/passage-actions.ts';
import type { ReadingItem } from '../../state/reading/reading-outline.ts';
import { presenceOf } from '../../state/reading/reading-sight.ts';
import { ReadingLeftOut } from './reading-left-out.tsx';
import { ReadingPhrases } from './reading-phrases.tsx';
import { rowOf } from './reading-rows.ts';
import { PassageText } from './reading-text.tsx';
import { useSignal } from '../hooks/use-signal.ts';

interface ReadingPassageProps {
  item: ReadingItem;
  isActive: boolean;
  isChosen: boolean;
}

/** A passage: where it is, what it says in our words, its quotes, and how much of what it gave is on the picture. */
export function ReadingPassage({ item: { address, node }, isActive, isChosen }: ReadingPassageProps) {
  const saying = useSignal(sayings).get(address) ?? nothingSaid;
  useSignal(originalText);
  // The others are marked in the text.
  const unmarked = saying.phrases.filter(({ quote }) => foldedAt(address)?.includes(quote) !== true);
  const gave = useSignal(given).get(node.id) ?? nothingGiven;
  const leftOut = localProperty(node.properties, 'leftOut');
  return (
    <>
      <p className="reading-place" title={address}>
        {nameOf(node)}
      </p>
      <p className="reading-gist">{summaryOf(node)}</p>
      <PassageText address={address} isActive={isActive} />
      <ReadingPhrases phrases={unmarked} isActive={isActive} isWhole={isChosen} />
      <div className="reading-yield">
        <span>{yieldInWords(gave)}</span>
        <Present address={address} id={node.id} name={nameOf(node)} isActive={isActive} />
        {Array.isArray(leftOut) && leftOut.length > 0 && (
          <ReadingLeftOut clauses={leftOut.map(String)} isActive={isActive} />
        )}
      </div>
    </>
  );
}

/** What a passage gave, in the same numbers as the strip and the table have. */
function yieldInWords({ nodes, relationships, figures }: Given): string {
  if (nodes + relationships + figures === 0) return t('reading.gaveNothing');
  const parts = [t('reading.gave', { nodes, relationships })];
  if (figures > 0) parts.push(t('reading.gaveFigures', { figures }));
  return parts.join(' · ');
}

interface PresentProps {
  address: string;
  id: string;
  name: string;
  isActive: boolean;
}

/** How much of it is on the picture, with what brings the rest. */
function Present({ address, id, name, isActive }: PresentProps) {
  const { shown, all, heldBack } = useSignal(useMemo(() => computed(() => presenceOf(address)), [address]));
  if (all === 0) return null;
  const rest = all - shown;
  return (
    <>
      <span className="reading-present" data-is-whole={rest === 0}>
        {rest === 0 ? <Check aria-hidden="true" size={14} /> : <CircleDashed aria-hidden="true" size={14} />}
        {rest === 0 ? t('reading.allPresent') : t('reading.present', { shown, n: all })}
      </span>
      {heldBack > 0 && <span>{t('reading.heldBack', { n: heldBack })}</span>}
      {rest > 0 && (
        <button
          type="button"
          className="reading-bring"
          tabIndex={isActive ? 0 : -1}
          aria-label={t('reading.bringRestOf', { name, n: rest })}
          title={t('reading.bringRestOf', { name, n: rest })}
          onClick={({ currentTarget }) => {
            // The button goes once it has done what it is for, and would take the focus with it.
            rowOf(currentTarget)?.focus({ preventScroll: true });
            void bringPassage(id);
          }}
        >
          <Plus aria-hidden="true" size={14} /> {t('reading.bringRest', { n: rest })}
        </button>
      )}
    </>
  );
}
