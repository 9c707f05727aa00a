import { computed } from '@preact/signals-core';
import { Check, CircleDashed, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { t } from '../state/locale.ts';
import { nothingSaid, sayings } from '../state/mentions.ts';
import { originalText } from '../state/original-text.ts';
import { localProperty, nameOf, summaryOf } from '../state/ontology.ts';
import { bringPassage } from '../state/passage-actions.ts';
import type { ReadingItem } from '../state/reading-outline.ts';
import { presenceOf } from '../state/reading-sight.ts';
import { ReadingLeftOut } from './reading-left-out.tsx';
import { ReadingPhrases } from './reading-phrases.tsx';
import { rowOf } from './reading-rows.ts';
import { PassageText } from './reading-text.tsx';
import { useSignal } from './use-signal.ts';

interface ReadingPassageProps {
  item: ReadingItem;
  isActive: boolean;
  isChosen: boolean;
}

/** A passage: where it is, what it says in our words, its quotes, and how much of what it gave is on the picture. */
export function ReadingPassage({ item: { address, node }, isActive, isChosen }: ReadingPassageProps) {
  const saying = useSignal(sayings).get(address) ?? nothingSaid;
  const hasText = useSignal(originalText) !== null;
  const leftOut = localProperty(node.properties, 'leftOut');
  return (
    <>
      <p className="reading-place" title={address}>
        {nameOf(node)}
      </p>
      <p className="reading-gist">{summaryOf(node)}</p>
      <PassageText address={address} isActive={isActive} />
      {/* In the text they are marked. */}
      {!hasText && <ReadingPhrases phrases={saying.phrases} isActive={isActive} isWhole={isChosen} />}
      <div className="reading-yield">
        <span>
          {saying.nodes.length + saying.relationships.length === 0
            ? t('reading.gaveNothing')
            : t('reading.gave', { nodes: saying.nodes.length, relationships: saying.relationships.length })}
        </span>
        <Present address={address} id={node.id} name={nameOf(node)} isActive={isActive} />
        {Array.isArray(leftOut) && leftOut.length > 0 && (
          <ReadingLeftOut clauses={leftOut.map(String)} isActive={isActive} />
        )}
      </div>
    </>
  );
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
