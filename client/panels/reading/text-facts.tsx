import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { t } from '../../state/locale.ts';
import { figureOf, labelStyleOf } from '../../state/ontology.ts';
import { knownNode } from '../../state/picture/picture.ts';
import { select } from '../../state/picture/select-actions.ts';
import { sentenceOfId, toldRelationship } from '../../state/picture/sentence-of-id.ts';
import { selectedId } from '../../state/view/view.ts';
import { visibleText } from '../../state/visible-text.ts';
import { LabelBadge, LabelPlace } from '../widgets/label-badge.tsx';
import { useFacts } from '../hooks/use-facts.ts';
import { usePortion } from '../hooks/use-portion.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Facts that are listed before more are asked for. */
const atFirst = 8;

interface TextFactsProps {
  quote: string;
  factIds: readonly string[];
  /** Whether Tab leads to them. */
  isActive: boolean;
}

/** What a mark gave to the graph, each of which can be selected. */
export function TextFacts({ quote, factIds, isActive }: TextFactsProps) {
  const chosen = useSignal(selectedId);
  const { shown, left, showMore } = usePortion(factIds, atFirst);
  // Their names stand there already: the signs and figures follow.
  useFacts(shown);
  const list = useRef<HTMLUListElement>(null);
  const tabIndex = isActive ? 0 : -1;
  // The button goes with the last of them: the first that it brings stands in its place, and has the focus.
  const goOn = (): void => {
    flushSync(showMore);
    list.current?.querySelectorAll<HTMLElement>('.text-fact')[shown.length]?.focus();
  };
  return (
    <ul ref={list} className="text-facts" aria-label={t('original.facts', { quote: visibleText(quote) })}>
      {shown.map((id) => (
        <li key={id}>
          <button
            type="button"
            className="text-fact"
            data-facts={JSON.stringify([id])}
            aria-pressed={id === chosen}
            tabIndex={tabIndex}
            onClick={() => select(id)}
          >
            <FactName id={id} />
          </button>
        </li>
      ))}
      {left > 0 && (
        <li>
          <button type="button" className="link" tabIndex={tabIndex} onClick={goOn}>
            {t('original.moreFacts', { n: left })}
          </button>
        </li>
      )}
    </ul>
  );
}

function FactName({ id }: { id: string }) {
  const node = knownNode(id);
  return (
    <>
      <FactSign id={id} /> {sentenceOfId(id)} {node && figureOf(node)}
    </>
  );
}

/** The sign of its label, for which its place is kept until that is known, or a line for a relationship. */
function FactSign({ id }: { id: string }) {
  const node = knownNode(id);
  if (node) return <LabelBadge style={labelStyleOf(node)} />;
  if (toldRelationship(id)) return <span aria-hidden="true" className="stroke" data-line="solid" />;
  return <LabelPlace />;
}
